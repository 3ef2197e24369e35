import { command, connectionOf, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { questionnaireVersionById } from '../questionnaire/questionnaire.queries';
import { QuestionnaireVersion } from '../questionnaire/questionnaire.type';
import { Worker } from '../worker/worker.type';
import { RecordIdentifiedResponseInput, WithdrawConsentInput } from './identified-response.inputs';
import { answersOfResponse, identifiedResponseById } from './identified-response.queries';
import { RecordIdentifiedResponseResult, RecordIdentifiedResponseSuccess, WithdrawConsentResult, WithdrawConsentSuccess } from './identified-response.results';
import { recordIdentifiedResponse, withdrawConsent } from './identified-response.service';
import { IdentifiedAnswer, IdentifiedResponse } from './identified-response.type';

export const IdentifiedResponseConnection = connectionOf(() => IdentifiedResponse, 'IdentifiedResponse', 'answers given with consent to be known');
const RESPONSE = { nullable: true, description: 'The response as it stands now.' } as const;

@Resolver(() => IdentifiedResponse)
export class IdentifiedResponseResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about; null for those who may not see the child.' })
  child(@Root() response: IdentifiedResponse): Child | null {
    return { id: response.childId } as Child;
  }

  @FieldResolver(() => QuestionnaireVersion, { nullable: true, description: 'The version that was answered.' })
  async questionnaireVersion(@Root() response: IdentifiedResponse, @Ctx() { unit }: GraphContext): Promise<QuestionnaireVersion | null> {
    return unit.load(questionnaireVersionById, response.questionnaireVersionId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who keyed it.' })
  recordedBy(@Root() response: IdentifiedResponse): Worker {
    return { id: response.recordedBy };
  }

  @FieldResolver(() => [IdentifiedAnswer], { nullable: true, description: 'What was answered; null once consent is withdrawn.' })
  async answers(@Root() response: IdentifiedResponse, @Ctx() { unit }: GraphContext): Promise<IdentifiedAnswer[] | null> {
    return (await unit.load(answersOfResponse, response.id))[0]?.answers ?? null;
  }
}

@Resolver(() => RecordIdentifiedResponseSuccess)
export class RecordIdentifiedResponseResolver {
  @Mutation(() => RecordIdentifiedResponseResult, { description: 'Records answers given on paper or in an interview by somebody who agrees to be known. For those who work with the child and those whom the consent names.' })
  @Does('response.record')
  async recordIdentifiedResponse(
    @Ctx() context: GraphContext,
    @Arg('input', () => RecordIdentifiedResponseInput, { description: 'The answers and the consent.' }) input: RecordIdentifiedResponseInput,
  ): Promise<object> {
    return command(context, 'recordIdentifiedResponse', input, (tx) => recordIdentifiedResponse(tx, input, context.now));
  }

  @FieldResolver(() => IdentifiedResponse, RESPONSE)
  async identifiedResponse(@Root() success: RecordIdentifiedResponseSuccess, @Ctx() { unit }: GraphContext): Promise<IdentifiedResponse | null> {
    return unit.load(identifiedResponseById, success.identifiedResponseId);
  }
}

@Resolver(() => WithdrawConsentSuccess)
export class WithdrawConsentResolver {
  @Mutation(() => WithdrawConsentResult, { description: 'Takes consent back at the person’s wish. The answers are removed for good; that it happened stays on record.' })
  @Does('response.record')
  async withdrawConsent(@Ctx() context: GraphContext, @Arg('input', () => WithdrawConsentInput, { description: 'The response.' }) input: WithdrawConsentInput): Promise<object> {
    return command(context, 'withdrawConsent', input, (tx) => withdrawConsent(tx, input, context.now));
  }

  @FieldResolver(() => IdentifiedResponse, RESPONSE)
  async identifiedResponse(@Root() success: WithdrawConsentSuccess, @Ctx() { unit }: GraphContext): Promise<IdentifiedResponse | null> {
    return unit.load(identifiedResponseById, success.identifiedResponseId);
  }
}
