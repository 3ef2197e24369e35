import { Field, ObjectType } from 'type-graphql';
import { AnswerOption } from '../questionnaire/question.type';

@ObjectType('LanguageVariant', { description: 'A language and a variant that a questionnaire can be answered in.', simpleResolvers: true })
export class LanguageVariant {
  @Field(() => String, { description: 'Two- or three-letter language code, such as `en`.' })
  language!: string;

  @Field(() => String, { description: '`STANDARD`, `EASY_READ` or `YOUNG_CHILD`.' })
  variant!: string;
}

@ObjectType('OpenQuestion', { description: 'A question as it is put to the person who answers.', simpleResolvers: true })
export class OpenQuestion {
  @Field(() => String, { description: 'Names the question in the answer.' })
  key!: string;

  @Field(() => String, { description: 'How to show it: `FACES`, `SCALE`, `CHOICE`, `YES_NO` or `TEXT`.' })
  kind!: string;

  @Field(() => String, { description: 'The question in the language and variant asked for.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  mandatory!: boolean;

  @Field(() => [AnswerOption], { description: 'What it can be answered with, in order; empty for `TEXT`.' })
  options!: AnswerOption[];

  helpValues!: string[];
}

@ObjectType('OpenQuestionnaire', {
  description: 'A questionnaire that a one-time token opens, without a login. It knows nothing of who was invited.',
  simpleResolvers: true,
})
export class OpenQuestionnaire {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'What it is for, and what becomes of the answers.' })
  introduction!: string;

  @Field(() => String, { description: 'Who can help somebody who is worried or not safe. Show it from the start.' })
  help!: string;

  @Field(() => String, { description: 'The language that the words are in.' })
  language!: string;

  @Field(() => String, { description: 'The variant that the words are in.' })
  variant!: string;

  @Field(() => [LanguageVariant], { description: 'All languages and variants on offer.' })
  available!: LanguageVariant[];

  @Field(() => [OpenQuestion], { description: 'The questions in order.' })
  questions!: OpenQuestion[];

  @Field(() => Boolean, { description: 'Whether the token was used already: then the answers have arrived, and no more are taken.' })
  answered!: boolean;
}
