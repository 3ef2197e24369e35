import { Grade } from '@qaf/graph';
import { type Closing, closingFault, effectiveGrade } from './audit-feedback.rules';

const DONE: Closing = {
  judgedGrade: Grade.GOOD, moderatedGrade: null, actions: 0, workerId: 'w', workerLeftOn: null, feedbackGivenOn: '2026-03-02', acknowledgedOn: '2026-03-03',
};

function fault(more: Partial<Closing>): string | null {
  return closingFault({ ...DONE, ...more }, '2026-03-04')?.problem.code ?? null;
}

describe('closing an audit', () => {
  it('needs the worker’s acknowledgement, and feedback before it', () => {
    expect(fault({})).toBeNull();
    expect(fault({ acknowledgedOn: null })).toBe('AuditAcknowledgementMissing');
    expect(fault({ acknowledgedOn: null, feedbackGivenOn: null })).toBe('AuditFeedbackMissing');
  });

  it('does not wait for a worker who is gone, but does on their last day', () => {
    expect(fault({ acknowledgedOn: null, workerLeftOn: '2026-03-03' })).toBeNull();
    expect(fault({ acknowledgedOn: null, workerLeftOn: '2026-03-04' })).toBe('AuditAcknowledgementMissing');
    expect(fault({ acknowledgedOn: null, workerId: null })).toBeNull();
  });

  it('needs an action when the grade that counts is inadequate', () => {
    expect(fault({ judgedGrade: Grade.INADEQUATE })).toBe('AuditActionMissing');
    expect(fault({ judgedGrade: Grade.INADEQUATE, actions: 1 })).toBeNull();
    expect(fault({ moderatedGrade: Grade.INADEQUATE })).toBe('AuditActionMissing');
    expect(fault({ judgedGrade: Grade.INADEQUATE, moderatedGrade: Grade.REQUIRES_IMPROVEMENT })).toBeNull();
    expect(effectiveGrade({ judgedGrade: Grade.GOOD, moderatedGrade: Grade.INADEQUATE })).toBe(Grade.INADEQUATE);
  });
});
