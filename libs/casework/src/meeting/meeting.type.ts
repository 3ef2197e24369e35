import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('CaseMeeting', { description: 'A looked-after review or a child protection conference. Seen by those who may see the child.', simpleResolvers: true })
export class CaseMeeting {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'LAC_REVIEW or CP_CONFERENCE.' })
  kind!: string | null;

  @Field(() => String, { nullable: true, description: 'INITIAL or REVIEW; null where the source does not say.' })
  stage!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was held.' })
  heldOn!: string | null;

  @Field(() => String, { nullable: true, description: 'How the child took part, PN0 to PN7 of the looked-after return; null where it was not recorded.' })
  participationCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The list or return that it was read from.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change of the meeting.' })
  version!: number | null;

  childId?: string;
}
