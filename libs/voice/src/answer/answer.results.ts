import { InputInvalid } from '@qaf/graph';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { QuestionnaireAnswerMissing, QuestionnaireTokenInvalid, QuestionnaireTokenSpent } from './answer.problems';

@ObjectType('AnswerQuestionnaireSuccess', { description: 'The answers have arrived. Nobody can tell whose they are.', simpleResolvers: true })
export class AnswerQuestionnaireSuccess {
  @Field(() => Boolean, { description: 'True.' })
  received!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Who can help now, where an answer shows that the person may be worried or not safe; show it at once. Null otherwise. Nobody is told who answered, so nobody else will act on it.',
  })
  help!: string | null;
}

export const AnswerQuestionnaireResult = createUnionType({
  name: 'AnswerQuestionnaireResult',
  description: 'What came of the answers: they arrived, or the problem that kept them from it.',
  types: () => [AnswerQuestionnaireSuccess, InputInvalid, QuestionnaireTokenInvalid, QuestionnaireTokenSpent, QuestionnaireAnswerMissing] as never,
  resolveType: (value: { __typename: string }) => value.__typename,
});
