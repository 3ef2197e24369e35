import { registerEnumType } from 'type-graphql';

export enum AuditState {
  ALLOCATED = 'ALLOCATED',
  CHECKLIST_DONE = 'CHECKLIST_DONE',
  IN_PROGRESS = 'IN_PROGRESS',
  SUBMITTED = 'SUBMITTED',
  MODERATED = 'MODERATED',
  CLOSED = 'CLOSED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(AuditState, {
  name: 'AuditState',
  description: 'Where an audit is in its life.',
  valuesConfig: {
    ALLOCATED: { description: 'An auditor and a due date are set; the practitioner’s checklist is awaited.' },
    CHECKLIST_DONE: { description: 'The practitioner has completed the checklist.' },
    IN_PROGRESS: { description: 'The auditor is answering the tool’s questions.' },
    SUBMITTED: { description: 'Answered and graded. Feedback is given and acknowledged in this state or the next.' },
    MODERATED: { description: 'A second person has graded it; theirs is the grade that counts.' },
    CLOSED: { description: 'Done: acknowledged by the worker, and an inadequate grade has led to an action.' },
    WITHDRAWN: { description: 'Ended before it was graded, with a reason.' },
  },
});

export type AuditAct = 'completeChecklist' | 'start' | 'answer' | 'submit' | 'giveFeedback' | 'acknowledge' | 'moderate' | 'close' | 'withdraw' | 'reallocate';

const { ALLOCATED, CHECKLIST_DONE, IN_PROGRESS, SUBMITTED, MODERATED, CLOSED, WITHDRAWN } = AuditState;

/** From which states each act is open, and where it leads. What is not here is refused. */
export const AUDIT_ACTS: Record<AuditAct, Partial<Record<AuditState, AuditState>>> = {
  completeChecklist: { [ALLOCATED]: CHECKLIST_DONE },
  start: { [ALLOCATED]: IN_PROGRESS, [CHECKLIST_DONE]: IN_PROGRESS },
  answer: { [IN_PROGRESS]: IN_PROGRESS },
  submit: { [IN_PROGRESS]: SUBMITTED },
  giveFeedback: { [SUBMITTED]: SUBMITTED, [MODERATED]: MODERATED },
  acknowledge: { [SUBMITTED]: SUBMITTED, [MODERATED]: MODERATED },
  moderate: { [SUBMITTED]: MODERATED },
  close: { [SUBMITTED]: CLOSED, [MODERATED]: CLOSED },
  reallocate: { [ALLOCATED]: ALLOCATED, [CHECKLIST_DONE]: CHECKLIST_DONE, [IN_PROGRESS]: IN_PROGRESS },
  withdraw: { [ALLOCATED]: WITHDRAWN, [CHECKLIST_DONE]: WITHDRAWN, [IN_PROGRESS]: WITHDRAWN },
};

/** The state that an act leads to, or null when the act is not open in this state. */
export function after(act: AuditAct, state: AuditState): AuditState | null {
  return AUDIT_ACTS[act][state] ?? null;
}
