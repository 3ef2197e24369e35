import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { QuestionnaireAnswerMissing } from '../answer/answer.problems';
import { ConsentWithdrawn, IdentifiedResponseNotShared, IdentifiedResponseVersionStale, InvitationAnswered } from './identified-response.problems';

@ObjectType('RecordIdentifiedResponseSuccess', { description: 'The answers are on record.', simpleResolvers: true })
export class RecordIdentifiedResponseSuccess {
  identifiedResponseId!: string;
}

@ObjectType('WithdrawConsentSuccess', { description: 'Consent is withdrawn and the answers are gone.', simpleResolvers: true })
export class WithdrawConsentSuccess {
  identifiedResponseId!: string;
}

export const RecordIdentifiedResponseResult = resultOf('RecordIdentifiedResponseResult', RecordIdentifiedResponseSuccess, [
  QuestionnaireAnswerMissing,
  IdentifiedResponseNotShared,
  InvitationAnswered,
]);

export const WithdrawConsentResult = resultOf('WithdrawConsentResult', WithdrawConsentSuccess, [IdentifiedResponseVersionStale, ConsentWithdrawn]);
