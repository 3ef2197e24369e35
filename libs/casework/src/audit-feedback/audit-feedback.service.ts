import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { auditFor, changeAudit } from '../audit/audit.change';
import type { AuditRow } from '../audit/audit.entity';
import { leadsAudit } from '../audit-allocation/audit-allocation.rules';
import { placeOf } from '../worker-place/worker-place';
import type { AcknowledgeAuditInput, CloseAuditInput, GiveAuditFeedbackInput } from './audit-feedback.inputs';
import { closingFault } from './audit-feedback.rules';

/** Opens the audit to the worker: they see it from now on. */
export async function giveAuditFeedback(tx: CommandTransaction, input: GiveAuditFeedbackInput, now: Date): Promise<Success> {
  const { audit, next } = await auditFor(tx, 'giveFeedback', input);
  mustHoldAudit(tx, audit);
  if (audit.feedbackGivenOn !== null) throw refuse('AuditFeedbackGiven', 'Feedback was given already.', ['auditId']);
  const { feedbackGivenOn } = input;
  if (feedbackGivenOn > todayInLondon(now)) throw inputInvalid(['feedbackGivenOn'], 'Feedback cannot have been given in the future.');
  if (audit.submittedOn !== null && feedbackGivenOn < audit.submittedOn) throw inputInvalid(['feedbackGivenOn'], 'Feedback follows the submission.');
  await changeAudit(tx, audit, 'giveAuditFeedback', { state: next, feedbackGivenOn });
  return { __typename: 'GiveAuditFeedbackSuccess', auditId: audit.id };
}

/** The worker has taken the feedback in. */
export async function acknowledgeAudit(tx: CommandTransaction, input: AcknowledgeAuditInput, now: Date): Promise<Success> {
  const { audit, next } = await auditFor(tx, 'acknowledge', input);
  if (tx.viewer.workerId === null || audit.workerId !== tx.viewer.workerId) throw refuse('AuditNotYours', 'Only the worker whose case it is can acknowledge.', ['auditId']);
  if (audit.feedbackGivenOn === null) throw refuse('AuditFeedbackMissing', 'Feedback has not been given yet.', ['auditId']);
  if (audit.acknowledgedOn !== null) throw refuse('AuditFeedbackGiven', 'You acknowledged it already.', ['auditId']);
  await changeAudit(tx, audit, 'acknowledgeAudit', { state: next, acknowledgedOn: todayInLondon(now), workerComment: input.comment || null });
  return { __typename: 'AcknowledgeAuditSuccess', auditId: audit.id };
}

/** Ends the audit's life; its auditor sees the child for thirty days more. */
export async function closeAudit(tx: CommandTransaction, input: CloseAuditInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const { audit, next } = await auditFor(tx, 'close', input);
  mustHoldAudit(tx, audit);
  const [{ n = 0 } = {}] = await tx.query<{ n: number }>('select count(*)::int as n from audit_action where audit_id = $1 and not cancelled', [audit.id]);
  const workerLeftOn = (await placeOf(tx, audit.workerId))?.leftOn ?? null;
  const fault = closingFault({ ...audit, actions: n, workerLeftOn }, today);
  if (fault) throw fault;
  await changeAudit(tx, audit, 'closeAudit', { state: next, closedOn: today });
  return { __typename: 'CloseAuditSuccess', auditId: audit.id };
}

/** For the auditor, and for whoever leads audits where this one lies. */
function mustHoldAudit(tx: CommandTransaction, audit: AuditRow): void {
  if (audit.auditorId === tx.viewer.workerId || (audit.workerId !== tx.viewer.workerId && leadsAudit(tx.viewer, audit))) return;
  throw refuse('AuditNotYours', 'This is for the auditor, or for whoever leads audits here.', ['auditId']);
}
