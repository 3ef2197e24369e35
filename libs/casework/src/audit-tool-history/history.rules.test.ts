import { AuditToolState } from '../audit-tool/audit-tool.type';
import { type Asked, historiesOf } from './history.rules';

const asked = (versionNumber: number, text: string, more: Partial<Asked> = {}): Asked => ({ key: 'seen', versionNumber, state: AuditToolState.RETIRED, text, guidance: null, kind: 'YES_NO_NA', meansTheSameAs: null, ...more });

describe('a question through the versions of its tool', () => {
  it('is one measure while its words and its answers are the same, or mean the same', () => {
    const [history] = historiesOf([
      asked(3, 'Was the child seen by themselves?', { meansTheSameAs: 1 }),
      asked(1, 'Was the child seen alone?'),
      asked(2, 'was the  child seen alone?'),
      asked(4, 'How often was the child seen?'),
      asked(5, 'How often was the child seen?', { kind: 'SCALE' }),
    ]);
    expect(history?.comparable).toEqual([[1, 2, 3], [4], [5]]);
    expect(history?.wordings.map((one) => [one.versionNumber, one.comparableWithLast, one.notComparableBecause])).toEqual([[1, null, null], [2, true, null], [3, true, null], [4, false, 'WORDING'], [5, false, 'KIND']]);
  });

  it('is compared over a version that did not ask it', () => {
    const [history] = historiesOf([asked(1, 'Seen?'), asked(4, 'Seen?'), asked(2, 'Other?', { key: 'other' })]);
    expect(history).toMatchObject({ comparable: [[1, 4]], wordings: [{ versionNumber: 1 }, { versionNumber: 4, comparableWithLast: true }] });
  });
});
