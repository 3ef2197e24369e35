import { LongText, Text } from '@qaf/graph';
import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'The answer to one question. Give `value` for a question with options, `text` for one in own words.' })
export class QuestionAnswerInput {
  @Field(() => Text, { description: 'The question’s key.' })
  key!: string;

  @Field(() => Text, { nullable: true, description: 'One of the values offered; null or left out when it is not answered.' })
  value?: string | null;

  @Field(() => LongText, { nullable: true, description: 'Own words, 4,000 characters at most; null or left out when it is not answered.' })
  text?: string | null;
}

@InputType({ description: 'The answers to a questionnaire that a one-time token opened. The token makes sending them twice harmless: they count once.' })
export class AnswerQuestionnaireInput {
  @Field(() => Text, { description: 'The token of the link.' })
  token!: string;

  @Field(() => Text, { defaultValue: 'en', description: 'The language it was answered in.' })
  language!: string;

  @Field(() => Text, { defaultValue: 'STANDARD', description: 'The variant it was answered in: `STANDARD`, `EASY_READ` or `YOUNG_CHILD`.' })
  variant!: string;

  @Field(() => [QuestionAnswerInput], { description: 'One answer for each question answered, 100 at most.' })
  @ArrayMaxSize(100, { message: 'answers may be at most 100' })
  answers!: QuestionAnswerInput[];
}
