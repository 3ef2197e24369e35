import { Accesses } from './access';

describe('What one fetch did', () => {
  it('names each object once for each operation and act, in the order it was met', () => {
    const accesses = new Accesses('child');
    accesses.add('READ', 'Child', ['mia', 'leo']);
    accesses.saw('Child', 'mia');
    accesses.saw('Child', 'ana');
    accesses.add('CHANGE', 'Child', ['mia', 'mia'], 'closeAudit');
    expect(accesses.take()).toEqual([
      { operation: 'READ', entityType: 'Child', ids: ['mia', 'leo', 'ana'], action: 'child', outcome: 'GIVEN' },
      { operation: 'CHANGE', entityType: 'Child', ids: ['mia'], action: 'closeAudit', outcome: 'GIVEN' },
    ]);
  });

  it('is written once, though the same is read again after a command', () => {
    const accesses = new Accesses('child');
    accesses.add('READ', 'Child', ['mia']);
    accesses.take();
    accesses.add('READ', 'Child', ['mia', 'leo']);
    expect(accesses.take().map(({ ids }) => ids)).toEqual([['leo']]);
    expect(accesses.any).toBe(false);
  });

  it('keeps refusals apart from what was given', () => {
    const accesses = new Accesses('child');
    accesses.add('REFUSED', 'Child', ['mia'], 'child', 'FORBIDDEN');
    accesses.add('READ', 'Child', []);
    expect(accesses.take()).toEqual([{ operation: 'REFUSED', entityType: 'Child', ids: ['mia'], action: 'child', outcome: 'FORBIDDEN' }]);
  });
});
