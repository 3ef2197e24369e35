import { Provenance, SuppressedCount, SuppressedShare } from '@qaf/release';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('ResponseRateLine', { description: 'One line: everyone who was to be asked, or those of one age band, language or way in which they were asked.', simpleResolvers: true })
export class ResponseRateLine {
  @Field(() => String, { nullable: true, description: 'Who: an age band, a language (`OTHER` for one that stands for itself too seldom) or a mode; `NOT_TOLD` where it was never said, as for those not asked, or could not be told; null for everyone.' })
  member!: string | null;

  @Field(() => SuppressedCount, { description: 'How many were to be asked.' })
  n!: SuppressedCount;

  @Field(() => SuppressedShare, { description: 'Those who answered without a name, of those who were given a link.' })
  answered!: SuppressedShare;

  @Field(() => SuppressedShare, { description: 'Those who would rather not, of those who were asked: given a link, or declined.' })
  declined!: SuppressedShare;

  @Field(() => SuppressedShare, { description: 'Those who were not asked, of all who were to be.' })
  notOffered!: SuppressedShare;
}

@ObjectType('ResponseRateTable', {
  description: 'How many answered a questionnaire, declined or were not asked, of the answers that came out in one quarter. For everyone who signs in: nothing in it shows whether one invitation was answered.',
  simpleResolvers: true,
})
export class ResponseRateTable {
  @Field(() => String, { description: 'The questionnaire’s code, such as `cp-plan-end`.' })
  questionnaireCode!: string;

  @Field(() => String, { description: 'The business-year quarter in which the answers came out, such as `2018-19 Q3`.' })
  period!: string;

  @Field(() => [ResponseRateLine], { description: 'One line for each member of the cut; one line for everyone without a cut.' })
  lines!: ResponseRateLine[];

  @Field(() => Provenance, { description: 'What the figures mean and rest on.' })
  provenance!: Provenance;
}
