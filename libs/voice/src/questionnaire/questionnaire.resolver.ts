import { Does, type GraphContext, Text } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { questionnaireByCode, questionnaireById, questionsOfVersion, versionsOfQuestionnaire, wordingsOfVersion } from './questionnaire.queries';
import { QuestionnaireQuestion, QuestionnaireWording } from './question.type';
import { QuestionnaireState } from './questionnaire.state';
import { Questionnaire, QuestionnaireVersion } from './questionnaire.type';

@Resolver(() => Questionnaire)
export class QuestionnaireResolver {
  @Query(() => [Questionnaire], { description: 'All questionnaires, by code.' })
  @Does('questionnaire.read')
  async questionnaires(
    @Ctx() { unit }: GraphContext,
    @Arg('audience', () => Text, { nullable: true, description: 'Only those for `CHILD`, `PARENT`, `CARER` or `PROFESSIONAL`.' }) audience?: string,
  ): Promise<Questionnaire[]> {
    return unit.query('select n.id, n.code, n.title, n.audience from questionnaire n where ($1::text is null or n.audience = $1) order by n.code', [audience ?? null]);
  }

  @Query(() => Questionnaire, { nullable: true, description: 'One questionnaire, or null.' })
  @Does('questionnaire.read')
  async questionnaire(
    @Ctx() { unit }: GraphContext,
    @Arg('code', () => Text, { description: 'Its short name, such as `cp-plan-end`.' }) code: string,
  ): Promise<Questionnaire | null> {
    return (await unit.load(questionnaireByCode, code))[0] ?? null;
  }

  @FieldResolver(() => [QuestionnaireVersion], { nullable: true, description: 'Its versions that the viewer may see, newest first.' })
  async versions(@Root() questionnaire: Questionnaire, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion[]> {
    return unit.load(versionsOfQuestionnaire, questionnaire.id);
  }

  @FieldResolver(() => QuestionnaireVersion, { nullable: true, description: 'The version in use; null where none is published.' })
  async current(@Root() questionnaire: Questionnaire, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    const versions = await unit.load(versionsOfQuestionnaire, questionnaire.id);
    return versions.find((version) => version.state === QuestionnaireState.PUBLISHED) ?? null;
  }
}

@Resolver(() => QuestionnaireVersion)
export class QuestionnaireVersionResolver {
  @FieldResolver(() => Questionnaire, { nullable: true, description: 'The questionnaire that this is a version of.' })
  async questionnaire(@Root() version: QuestionnaireVersion, @Ctx() { unit }: GraphContext): Promise<Questionnaire | null> {
    return unit.load(questionnaireById, version.questionnaireId);
  }

  @FieldResolver(() => [QuestionnaireQuestion], { nullable: true, description: 'Its questions in order.' })
  async questions(@Root() version: QuestionnaireVersion, @Ctx() { unit }: GraphContext): Promise<QuestionnaireQuestion[]> {
    return unit.load(questionsOfVersion, version.id);
  }

  @FieldResolver(() => [QuestionnaireWording], { nullable: true, description: 'The languages and variants that it can be answered in, with what stands around the questions.' })
  async wordings(@Root() version: QuestionnaireVersion, @Ctx() { unit }: GraphContext): Promise<QuestionnaireWording[]> {
    return unit.load(wordingsOfVersion, version.id);
  }
}
