import fc from 'fast-check';
import { type FairAuditor, type FairCase, giveFairly } from './fair.rules';

const auditor = (id: string, more: Partial<FairAuditor> = {}): FairAuditor => ({ id, share: 1, load: 0, ...more });
const cases = (...may: string[][]): FairCase[] => may.map((ids, index) => ({ key: `c${index}`, may: new Set(ids) }));
const numbers = (given: Map<string, string | null>, auditors: FairAuditor[]) => auditors.map(({ id }) => [...given.values()].filter((one) => one === id).length);

describe('cases are given out fairly', () => {
  it('as many to each, where everybody may have every case', () => {
    const two = [auditor('a'), auditor('b')];
    expect(numbers(giveFairly(cases(['a', 'b'], ['a', 'b'], ['a', 'b'], ['a', 'b']), two), two)).toEqual([2, 2]);
  });

  it('by what the programme asks of a role, and by what somebody has already', () => {
    const everybody = ['a', 'b', 'c'];
    // Shares 1, 1, 4: of six cases one, one and four.
    const byRole = [auditor('a'), auditor('b'), auditor('c', { share: 4 })];
    expect(numbers(giveFairly(cases(...Array<string[]>(6).fill(everybody)), byRole), byRole)).toEqual([1, 1, 4]);
    // One has two already: of four more the others get theirs first.
    const loaded = [auditor('a', { load: 2 }), auditor('b'), auditor('c')];
    expect(numbers(giveFairly(cases(...Array<string[]>(4).fill(everybody)), loaded), loaded)).toEqual([0, 2, 2]);
  });

  it('by handing cases on, where a later case is open to few', () => {
    const two = [auditor('a'), auditor('b')];
    // The first two could go to either; the last two to `a` alone. Given one by one without handing on, `a` would have three.
    const given = giveFairly(cases(['a', 'b'], ['a', 'b'], ['a'], ['a']), two);
    expect(Object.fromEntries(given)).toEqual({ c0: 'b', c1: 'b', c2: 'a', c3: 'a' });
  });

  it('never to somebody who may not have them, and to nobody where nobody may', () => {
    expect(Object.fromEntries(giveFairly(cases(['a'], [], ['b']), [auditor('a')]))).toEqual({ c0: 'a', c1: null, c2: null });
  });

  const some = fc.record({
    auditors: fc.tuple(...['a', 'b', 'c'].map((id) => fc.record({ id: fc.constant(id), share: fc.integer({ min: 1, max: 4 }), load: fc.integer({ min: 0, max: 3 }) }))),
    may: fc.array(fc.subarray(['a', 'b', 'c']), { maxLength: 6 }),
  });

  it('whatever the cases: each that somebody may have is given to one who may, and no way is fairer', () => {
    fc.assert(
      fc.property(some, ({ auditors, may }) => {
        const all = cases(...may);
        const given = giveFairly(all, auditors);
        for (const one of all) expect(one.may.size === 0 ? given.get(one.key) === null : one.may.has(given.get(one.key) ?? '')).toBe(true);
        expect(burden(numbers(given, auditors), auditors)).toBe(leastBurden(all.filter((one) => one.may.size > 0), auditors));
      }),
    );
  });

  it('alike, in whatever order the auditors are named', () => {
    fc.assert(fc.property(some, ({ auditors, may }) => expect(giveFairly(cases(...may), [...auditors].reverse())).toEqual(giveFairly(cases(...may), auditors))));
  });

  it('two hundred among fifty, none of them their own, at most one apart', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => auditor(`a${index}`));
    const twoHundred = cases(...Array.from({ length: 200 }, (_, index) => fifty.filter((_one, at) => at !== index % 50).map(({ id }) => id)));
    expect(new Set(numbers(giveFairly(twoHundred, fifty), fifty))).toEqual(new Set([4]));
  });
});

/** In twelfths, as shares are 1 to 4: whole numbers. */
function burden(counts: number[], auditors: readonly FairAuditor[]): number {
  return auditors.reduce((sum, { share, load }, index) => sum + Array.from({ length: counts[index] ?? 0 }, (_, place) => ((load + place + 1) * 12) / share).reduce((a, b) => a + b, 0), 0);
}

/** By trying every way. */
function leastBurden(all: readonly FairCase[], auditors: readonly FairAuditor[], counts: number[] = auditors.map(() => 0)): number {
  const [first, ...rest] = all;
  if (!first) return burden(counts, auditors);
  return Math.min(...auditors.flatMap(({ id }, index) => (first.may.has(id) ? [leastBurden(rest, auditors, counts.map((count, at) => count + (at === index ? 1 : 0)))] : [])));
}
