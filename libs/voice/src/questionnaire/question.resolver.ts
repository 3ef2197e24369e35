import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PracticePriority, priorityOf } from '../practice-priority/practice-priority.type';
import { questionnaireVersionById, wordingsOfQuestion } from './questionnaire.queries';
import { QuestionnaireQuestion, QuestionWording } from './question.type';
import { QuestionnaireVersion } from './questionnaire.type';

@Resolver(() => QuestionnaireQuestion)
export class QuestionResolver {
  @FieldResolver(() => PracticePriority, { nullable: true, description: 'The practice priority that the question serves; null where it serves none.' })
  priority(@Root() question: QuestionnaireQuestion): PracticePriority | null {
    return priorityOf(question.priorityCode);
  }

  @FieldResolver(() => [QuestionWording], { nullable: true, description: 'The question by language and variant. A variant that is missing does not ask it.' })
  async wordings(@Root() question: QuestionnaireQuestion, @Ctx() { unit }: GraphContext): Promise<QuestionWording[]> {
    return unit.load(wordingsOfQuestion, question.id);
  }

  @FieldResolver(() => QuestionnaireVersion, { nullable: true, description: 'The version that it is part of.' })
  async questionnaireVersion(@Root() question: QuestionnaireQuestion, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, question.versionId);
  }
}
