import { Grade, refuse, type Refusal } from '@qaf/graph';

/** What decides whether an audit may be closed. */
export interface Closing {
  judgedGrade: Grade | null;
  moderatedGrade: Grade | null;
  /** Actions that follow from the audit and were not cancelled. */
  actions: number;
  workerId: string | null;
  /** The worker's last day, or null while they work here. */
  workerLeftOn: string | null;
  feedbackGivenOn: string | null;
  acknowledgedOn: string | null;
}

/** The grade that counts: the moderator's where there is one. */
export function effectiveGrade({ judgedGrade, moderatedGrade }: Pick<Closing, 'judgedGrade' | 'moderatedGrade'>): Grade | null {
  return moderatedGrade ?? judgedGrade;
}

/** Why the audit may not be closed on this day, or null. A worker who has left acknowledges nothing more. */
export function closingFault(closing: Closing, today: string): Refusal | null {
  if (effectiveGrade(closing) === Grade.INADEQUATE && closing.actions === 0) {
    return refuse('AuditActionMissing', 'An inadequate audit closes only once an action follows from it. Open one first.', ['auditId']);
  }
  const gone = closing.workerId === null || (closing.workerLeftOn !== null && closing.workerLeftOn < today);
  if (gone || closing.acknowledgedOn !== null) return null;
  if (closing.feedbackGivenOn === null) return refuse('AuditFeedbackMissing', 'Give the worker feedback first.', ['auditId']);
  return refuse('AuditAcknowledgementMissing', 'The worker has not acknowledged the feedback yet.', ['auditId']);
}
