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

  @Field(() => String, { nullable: true, description: 'The age band that the last link was given for: `UNDER_8`, `8_TO_11`, `12_TO_15` or `16_AND_OVER`; null where none was said.' })
  ageBand!: string | null;

  @Field(() => String, { nullable: true, description: 'The language that the last link was given for, such as `pl`; null where none was said.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: '`DECLINED`: asked, and would rather not; `NOT_OFFERED`: never asked. Null otherwise, which does not mean that there was an answer.' })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Why: `NOT_REACHED`, `NOT_SAFE_TO_ASK`, `NO_SUITABLE_FORM`, `UNABLE`, `NO_REASON_GIVEN` or `OTHER`; null without an outcome.' })
  outcomeReason!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the outcome; null without one.' })
  outcomeOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when giving a link.' })
  version!: number | null;

  childId!: string;
  questionnaireVersionId!: string;
  workerId!: string | null;
  teamId!: string | null;
}
