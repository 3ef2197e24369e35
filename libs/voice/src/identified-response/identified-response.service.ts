import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { answered, answerFault } from '../answer/answer.rules';
import { askedOf, readOpened } from '../answer/open-questionnaire.queries';
import { type ChildPlace, placeOf } from '../child/child-place';
import { noteGiven } from './answered-invitation';
import { IdentifiedResponseRow } from './identified-response.entity';
import type { RecordIdentifiedResponseInput, WithdrawConsentInput } from './identified-response.inputs';
import { consentReaches } from './identified-response.rules';

/** Records answers given with consent. */
export async function recordIdentifiedResponse(tx: CommandTransaction, input: RecordIdentifiedResponseInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  if (input.consentGivenOn > today) throw inputInvalid(['consentGivenOn'], 'Consent cannot have been given in the future.');
  if (input.mode !== 'PAPER' && input.mode !== 'INTERVIEW') throw inputInvalid(['mode'], 'A response is keyed from PAPER or an INTERVIEW.');
  const place = await reachablePlace(tx, input);
  const questionnaireVersionId = await checkedVersion(tx, input);
  const invitationId = input.invitationId == null ? null : await noteGiven(tx, { ...input, invitationId: input.invitationId, childId: place.childId, questionnaireVersionId, today });
  const id = await keep(tx, input, { place, questionnaireVersionId, invitationId });
  await tx.query('insert into identified_answer (response_id, answers) values ($1, $2)', [id, JSON.stringify(answered(input.answers))]);
  tx.changed('IdentifiedResponse', [id], 'recordIdentifiedResponse');
  return { __typename: 'RecordIdentifiedResponseSuccess', identifiedResponseId: id };
}

async function keep(
  tx: CommandTransaction,
  { consentGivenOn, sharedWithManagers, sharedWithQuality }: RecordIdentifiedResponseInput,
  { place, questionnaireVersionId, invitationId }: { place: ChildPlace; questionnaireVersionId: string; invitationId: string | null },
): Promise<string> {
  const id = randomUUID();
  const consent = { consentGivenOn, consentWithdrawnOn: null, sharedWithManagers, sharedWithQuality };
  try {
    await tx.manager.insert(IdentifiedResponseRow, { id, ...place, invitationId, questionnaireVersionId, ...consent, recordedBy: tx.viewer.personId, version: 1 });
  } catch (error) {
    // A response that the viewer may not see can be there already.
    throw breaks(error, 'identified_response_of_invitation') ? refuse('InvitationAnswered', 'Answers to this invitation are on record already.', ['invitationId']) : error;
  }
  return id;
}

/** Withdraws consent: what was answered is removed; that there was a response, and that it is gone, stays on record. */
export async function withdrawConsent(tx: CommandTransaction, input: WithdrawConsentInput, now: Date): Promise<Success> {
  const id = uuidOf('IdentifiedResponse', input.identifiedResponseId);
  const response = id ? await tx.manager.findOne(IdentifiedResponseRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!response) throw notFound(['identifiedResponseId'], 'response');
  mustBeCurrent('IdentifiedResponse', response.version, input.version);
  if (response.consentWithdrawnOn) throw refuse('ConsentWithdrawn', 'Consent was withdrawn before.', ['identifiedResponseId']);
  await tx.query('delete from identified_answer where response_id = $1', [response.id]);
  await tx.manager.update(IdentifiedResponseRow, { id: response.id }, { consentWithdrawnOn: todayInLondon(now), version: response.version + 1 });
  tx.changed('IdentifiedResponse', [response.id], 'withdrawConsent');
  return { __typename: 'WithdrawConsentSuccess', identifiedResponseId: response.id };
}

async function reachablePlace(tx: CommandTransaction, input: RecordIdentifiedResponseInput): Promise<ChildPlace> {
  const childId = uuidOf('Child', input.childId);
  const place = childId ? await placeOf(tx, childId) : null;
  if (!place) throw notFound(['childId'], 'child');
  if (!consentReaches(tx.viewer, place, input)) throw refuse('IdentifiedResponseNotShared', 'The consent does not let you hold these answers.', ['sharedWithManagers']);
  return place;
}

async function checkedVersion(tx: CommandTransaction, input: RecordIdentifiedResponseInput): Promise<string> {
  const versionId = uuidOf('QuestionnaireVersion', input.questionnaireVersionId);
  const [version] = versionId ? await tx.query<{ id: string }>(`select id from questionnaire_version where id = $1 and state <> 'DRAFT'`, [versionId]) : [];
  if (!version) throw notFound(['questionnaireVersionId'], 'version of a questionnaire');
  const opened = await readOpened(tx, version.id, input);
  if (!opened) throw inputInvalid(['language'], 'The questionnaire is not offered in this language and variant.');
  const fault = answerFault(askedOf(opened), input.answers);
  if (fault?.kind === 'MISSING') throw refuse('QuestionnaireAnswerMissing', fault.message, fault.path);
  if (fault) throw inputInvalid(fault.path, fault.message);
  return version.id;
}
