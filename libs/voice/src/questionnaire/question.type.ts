import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('QuestionnaireQuestion', { description: 'One question of a version of a questionnaire.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class QuestionnaireQuestion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Stable name of the question across versions, such as `listened-to`. Answers name it.' })
  key!: string;

  @Field(() => Int, { description: 'Its place in the questionnaire, from 1.' })
  position!: number;

  @Field(() => String, { description: 'How it is answered: `FACES`, `SCALE`, `CHOICE` or `YES_NO` by one of `options`; `TEXT` in own words.' })
  kind!: string;

  @Field(() => Boolean, { description: 'Whether it must be answered, in each variant that asks it.' })
  mandatory!: boolean;

  @Field(() => [String], { description: 'The values that an answer can have, in order, least favourable first where they have an order; empty for `TEXT`.' })
  options!: string[];

  versionId!: string;
  priorityCode!: string | null;
}

@ObjectType('AnswerOption', { description: 'A value that a question can be answered with, and how it is worded.', simpleResolvers: true })
export class AnswerOption {
  @Field(() => String, { description: 'What an answer sends, such as `4` or `YES`.' })
  value!: string;

  @Field(() => String, { description: 'What the person who answers reads, or hears beside a face.' })
  label!: string;
}

@ObjectType('QuestionWording', { description: 'A question in one language and one variant.', simpleResolvers: true })
export class QuestionWording {
  @Field(() => String, { description: 'Two- or three-letter language code, such as `en` or `pl`.' })
  language!: string;

  @Field(() => String, { description: '`STANDARD`, `EASY_READ` (short words, one thought at a time) or `YOUNG_CHILD` (read out, answered by faces).' })
  variant!: string;

  @Field(() => String, { description: 'The question as it is asked.' })
  text!: string;

  @Field(() => [AnswerOption], { description: 'The values offered in this variant, in order; fewer than the question has where the variant is simpler. Empty for text.' })
  options!: AnswerOption[];

  questionId!: string;
}

@ObjectType('QuestionnaireWording', { description: 'What stands around the questions in one language and one variant.', simpleResolvers: true })
export class QuestionnaireWording {
  @Field(() => String, { description: 'Two- or three-letter language code, such as `en` or `pl`.' })
  language!: string;

  @Field(() => String, { description: '`STANDARD`, `EASY_READ` or `YOUNG_CHILD`.' })
  variant!: string;

  @Field(() => String, { description: 'Title, for those who answer.' })
  title!: string;

  @Field(() => String, { description: 'What it is for, and what becomes of the answers.' })
  introduction!: string;

  @Field(() => String, { description: 'Who can help somebody who is worried or not safe.' })
  help!: string;

  versionId!: string;
}
