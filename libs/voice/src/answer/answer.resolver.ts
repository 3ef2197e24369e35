import { Does, type GraphContext, Refusal, Text } from '@qaf/graph';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AnswerQuestionnaireInput } from './answer.inputs';
import { AnswerQuestionnaireResult } from './answer.results';
import { answerQuestionnaire } from './answer.service';
import { isSpent, openByToken, readOpened } from './open-questionnaire.queries';
import { OpenQuestionnaire } from './open-questionnaire.type';

@Resolver(() => OpenQuestionnaire)
export class AnswerResolver {
  @Query(() => OpenQuestionnaire, {
    nullable: true,
    description: 'The questionnaire that a one-time token opens; needs no login. Null for a token that opens nothing, and for a language or variant that it is not offered in.',
  })
  @Does('questionnaire.open')
  async questionnaireByToken(
    @Ctx() { unit }: GraphContext,
    @Arg('token', () => Text, { description: 'The token of the link.' }) token: string,
    @Arg('language', () => Text, { defaultValue: 'en', description: 'Language code, such as `en` or `pl`.' }) language: string,
    @Arg('variant', () => Text, { defaultValue: 'STANDARD', description: '`STANDARD`, `EASY_READ` or `YOUNG_CHILD`.' }) variant: string,
  ): Promise<OpenQuestionnaire | null> {
    const versionId = await openByToken(unit, token);
    const opened = versionId ? await readOpened(unit, versionId, { language, variant }) : null;
    if (!opened) return null;
    return { ...opened.wording, language, variant, available: opened.available, questions: opened.questions, answered: await isSpent(unit, token) };
  }

  /** Not a command of the log: the log would keep who sent it and when. The token itself makes it count once. */
  @Mutation(() => AnswerQuestionnaireResult, {
    description: 'Sends the answers to a questionnaire that a one-time token opened; needs no login, and none is noted. The answers count once, and nobody can tie them to an invitation.',
  })
  @Does('questionnaire.answer')
  async answerQuestionnaire(
    @Ctx() { unit, now }: GraphContext,
    @Arg('input', () => AnswerQuestionnaireInput, { description: 'The token and the answers.' }) input: AnswerQuestionnaireInput,
  ): Promise<object> {
    try {
      return await unit.command((tx) => answerQuestionnaire(tx, input, now));
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
