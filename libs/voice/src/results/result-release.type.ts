import { Provenance, Series, SuppressedCount, SuppressedMean, SuppressedShare } from '@qaf/release';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ResultRelease', {
  description: 'The published results of one question of a questionnaire, of one quarter or business year. For everyone who signs in: small numbers are hidden, and so that none can be worked out.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class ResultRelease {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The questionnaire’s code, such as `cp-plan-end`.' })
  questionnaireCode!: string;

  @Field(() => String, { description: 'The question in its standard words.' })
  question!: string;

  @Field(() => Int, { description: 'The first version of the questionnaire that asks it in these words; later ones with the same words and answers count to it.' })
  sinceVersion!: number;

  @Field(() => String, { description: 'The business-year quarter in which the answers came out (`2018-19 Q3`), or the business year (`2018-19`).' })
  period!: string;

  statistic!: string;
}

@ObjectType('ResultCount', { description: 'How many gave one answer.', simpleResolvers: true })
export class ResultCount {
  @Field(() => String, { description: 'The answer’s value.' })
  value!: string;

  @Field(() => String, { description: 'The answer in its standard words.' })
  label!: string;

  @Field(() => SuppressedCount, { description: 'How many gave it.' })
  count!: SuppressedCount;
}

@ObjectType('ResultLine', { description: 'One line of a table of results: everyone, or those of one age band, language or way in which they were asked.', simpleResolvers: true })
export class ResultLine {
  @Field(() => String, { nullable: true, description: 'Who: an age band, a language (`OTHER` for one that stands for itself too seldom) or a mode; `NOT_TOLD` where too few shared it to be told; null for everyone.' })
  member!: string | null;

  @Field(() => SuppressedCount, { description: 'How many answered the question.' })
  n!: SuppressedCount;

  @Field(() => [ResultCount], { description: 'How many gave each answer, in the order of the question. Empty in tables that show the share alone.' })
  counts!: ResultCount[];

  @Field(() => SuppressedShare, { nullable: true, description: 'The share of favourable answers (4 and 5 of a scale of five; yes); null for a question without one.' })
  favourable!: SuppressedShare | null;

  @Field(() => SuppressedMean, { nullable: true, description: 'The mean of a scale from 1 to 5; null for other questions. Hidden in tables that show the share alone.' })
  mean!: SuppressedMean | null;
}

@ObjectType('ResultTable', { description: 'The lines of one cut, and where they come from.', simpleResolvers: true })
export class ResultTable {
  @Field(() => [ResultLine], { description: 'One line for each member of the cut; one line for everyone without a cut.' })
  lines!: ResultLine[];

  @Field(() => Provenance, { description: 'What the figures mean and rest on.' })
  provenance!: Provenance;
}

@ObjectType('ResultSeries', { description: 'One question over time, as long as its words and answers stay the same.', simpleResolvers: true })
export class ResultSeries {
  @Field(() => String, { description: 'The question in its standard words.' })
  question!: string;

  @Field(() => Int, { description: 'The first version of the questionnaire that asks it in these words.' })
  sinceVersion!: number;

  @Field(() => Series, { description: 'Quarter by quarter, with control limits; a new version with the same words is marked.' })
  series!: Series;
}
