import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { questionsOfPriority } from '../questionnaire/questionnaire.queries';
import { QuestionnaireQuestion } from '../questionnaire/question.type';
import { PracticePriority } from './practice-priority.type';

@Resolver(() => PracticePriority)
export class PracticePriorityResolver {
  @FieldResolver(() => [QuestionnaireQuestion], {
    nullable: true,
    description: 'The questions that ask children and families about this priority, in published questionnaires; by questionnaire and position. Empty where there are none.',
  })
  async questions(@Root() priority: PracticePriority, @Ctx() { unit }: GraphContext): Promise<QuestionnaireQuestion[]> {
    return unit.load(questionsOfPriority, priority.code);
  }
}
