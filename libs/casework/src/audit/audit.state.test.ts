import fc from 'fast-check';
import { after, AUDIT_ACTS, type AuditAct, AuditState } from './audit.state';

const ACTS = Object.keys(AUDIT_ACTS) as AuditAct[];
const STATES = Object.values(AuditState);
const act = fc.constantFrom(...ACTS);

describe('the life of an audit', () => {
  it('goes from allocation through checklist, grading and moderation to closure', () => {
    const life: AuditAct[] = ['completeChecklist', 'start', 'answer', 'submit', 'moderate', 'giveFeedback', 'acknowledge', 'close'];
    const states = life.reduce<AuditState[]>((passed, step) => [...passed, after(step, passed.at(-1) as AuditState) as AuditState], [AuditState.ALLOCATED]);
    expect(states).toEqual(['ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS', 'IN_PROGRESS', 'SUBMITTED', 'MODERATED', 'MODERATED', 'MODERATED', 'CLOSED']);
  });

  it('opens each act in these states and no others', () => {
    const open = Object.fromEntries(ACTS.map((one) => [one, STATES.filter((state) => after(one, state) !== null)]));
    expect(open).toEqual({
      completeChecklist: ['ALLOCATED'],
      start: ['ALLOCATED', 'CHECKLIST_DONE'],
      answer: ['IN_PROGRESS'],
      submit: ['IN_PROGRESS'],
      giveFeedback: ['SUBMITTED', 'MODERATED'],
      acknowledge: ['SUBMITTED', 'MODERATED'],
      moderate: ['SUBMITTED'],
      close: ['SUBMITTED', 'MODERATED'],
      withdraw: ['ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS'],
      reallocate: ['ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS'],
    });
  });

  it('never leaves the end, never goes back, and never changes a grade that was moderated, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (tried) => {
        let state = AuditState.ALLOCATED;
        for (const one of tried) {
          const next = after(one, state);
          if (state === AuditState.CLOSED || state === AuditState.WITHDRAWN) expect(next).toBeNull();
          if (next) expect(STATES.indexOf(next)).toBeGreaterThanOrEqual(STATES.indexOf(state));
          state = next ?? state;
        }
      }),
    );
  });
});
