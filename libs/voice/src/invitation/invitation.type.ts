import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Invitation', {
  description: 'Somebody is to be asked to answer a questionnaire. Seen by those who may see the child. It never says whether, or what, was answered.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Invitation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who is asked: `CHILD`, `PARENT` or `CARER`.' })
  audience!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of what raised it, such as `CP_PLAN_ENDED`.' })
  reason!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was raised.' })
  raisedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'How the questionnaire was last given: `LINK`, `PAPER` or `INTERVIEW`; null until it is given.' })
  mode!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was last given; null until then.' })
  givenOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many links were made for it; three at most.' })
  linksGiven!: number | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when giving a link.' })
  version!: number | null;

  childId!: string;
  questionnaireVersionId!: string;
  workerId!: string | null;
  teamId!: string | null;
}
