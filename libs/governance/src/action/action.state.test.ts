import fc from 'fast-check';
import { ACTION_MOVES, ACTION_STATES, type ActionMove, type ActionStateName, after, isClosed } from './action.state';

// Worked out by hand, state by state: what can be done, and where it leads.
const BY_STATE: Record<ActionStateName, Partial<Record<ActionMove, ActionStateName>>> = {
  OPEN: { reportProgress: 'IN_PROGRESS', complete: 'DONE', changeOwner: 'OPEN', changeDueDate: 'OPEN', escalate: 'OPEN', attachEvidence: 'OPEN', cancel: 'CANCELLED' },
  IN_PROGRESS: { reportProgress: 'IN_PROGRESS', complete: 'DONE', changeOwner: 'IN_PROGRESS', changeDueDate: 'IN_PROGRESS', escalate: 'IN_PROGRESS', attachEvidence: 'IN_PROGRESS', cancel: 'CANCELLED' },
  DONE: { verify: 'VERIFIED', return: 'IN_PROGRESS', attachEvidence: 'DONE', cancel: 'CANCELLED' },
  VERIFIED: {},
  CANCELLED: {},
};

describe('The life of an action', () => {
  it('allows exactly what the table by state says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTION_STATES), fc.constantFrom(...ACTION_MOVES), (state, move) => {
        expect(after(state, move)).toBe(BY_STATE[state][move] ?? null);
      }),
      { numRuns: 400 },
    );
  });

  it('reaches verified only through done, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTION_MOVES), { maxLength: 30 }), (moves) => {
        const states: ActionStateName[] = ['OPEN'];
        for (const move of moves) states.push(after(states.at(-1) as ActionStateName, move) ?? (states.at(-1) as ActionStateName));
        const verified = states.indexOf('VERIFIED');
        if (verified >= 0) expect(states[verified - 1]).toBe('DONE');
        const closed = states.findIndex(isClosed);
        if (closed >= 0) expect(new Set(states.slice(closed)).size).toBe(1);
      }),
    );
  });

  it('is closed when verified or cancelled, and not before', () => {
    expect(ACTION_STATES.filter(isClosed)).toEqual(['VERIFIED', 'CANCELLED']);
  });
});
