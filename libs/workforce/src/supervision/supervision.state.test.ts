import fc from 'fast-check';
import { stepped, SUPERVISION_STATES } from './supervision.state';

describe('The life of a supervision session', () => {
  it('is planned, then held or cancelled once', () => {
    expect(stepped('PLANNED', 'record')).toBe('HELD');
    expect(stepped('PLANNED', 'cancel')).toBe('CANCELLED');
  });

  it('never leaves what was held or cancelled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUPERVISION_STATES), fc.constantFrom('record' as const, 'cancel' as const), (state, step) => {
        expect(stepped(state, step) !== null).toBe(state === 'PLANNED');
      }),
    );
  });
});
