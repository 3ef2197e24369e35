import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { QuestionnaireState } from './questionnaire.state';

@ObjectType('Questionnaire', { description: 'A set of questions for children or families, kept in versions. Read by staff and by the steering members of the feedback project.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Questionnaire {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short stable name, such as `cp-plan-end`.' })
  code!: string;

  @Field(() => String, { description: 'The title that staff know it by.' })
  title!: string;

  @Field(() => String, { description: 'Who answers it: `CHILD`, `PARENT`, `CARER` or `PROFESSIONAL`.' })
  audience!: string;
}

@ObjectType('QuestionnaireVersion', { description: 'One version of a questionnaire. Once published it never changes. A draft is seen by those who publish alone.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class QuestionnaireVersion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Counts the versions of the questionnaire from 1.' })
  number!: number;

  @Field(() => QuestionnaireState, { description: 'Whether it is a draft, in use, or retired.' })
  state!: QuestionnaireState;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was published; null for a draft.' })
  publishedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was retired; null until then.' })
  retiredOn!: string | null;

  @Field(() => [String], {
    description: 'What is kept beside an anonymous answer where enough others share it: `AGE_BAND`, `LANGUAGE`, `MODE` and `VARIANT`; the first is held to longest. Nothing else is kept.',
  })
  keptAttributes!: string[];

  @Field(() => Int, { description: 'Changes with each change; send it back when publishing or retiring.' })
  version!: number;

  questionnaireId!: string;
}
