import fc from 'fast-check';
import { draw, type FrameCase } from './draw.rules';
import { Draws } from './random';

/** Twenty-four cases: k00 of the north and CP, k01 of the south and CIN, k02 of no team and LAC, and so on round. */
const FRAME: FrameCase[] = Array.from({ length: 24 }, (_, index) => ({
  key: `k${String(index).padStart(2, '0')}`,
  team: ['north', 'south', null][index % 3] ?? null,
  plan: ['CP', 'CIN', 'LAC', 'CIN'][index % 4] as string,
  excluded: null,
}));
const keys = (cases: readonly FrameCase[]) => cases.map((one) => one.key);

describe('the same seed and frame', () => {
  // The expected numbers and cases were worked out by a second implementation, in another language, from the description alone.
  it('give the same numbers on every machine', () => {
    const draws = new Draws(20_180_401);
    expect(Array.from({ length: 6 }, () => draws.below(1000))).toEqual([214, 370, 417, 601, 211, 115]);
    expect(new Draws(1).below(2 ** 32)).toBe(3_183_957_885);
  });

  it('give the same cases in the same order', () => {
    expect(draw(FRAME, { method: 'RANDOM', size: 8 }, 7).keys).toEqual(['k05', 'k23', 'k02', 'k03', 'k12', 'k18', 'k07', 'k16']);
    expect(draw(FRAME, { method: 'RANDOM', size: 8 }, 20_180_401).keys).toEqual(['k17', 'k20', 'k09', 'k21', 'k18', 'k19', 'k04', 'k10']);
    expect(draw(FRAME, { method: 'RANDOM', size: 8 }, 7).strata.map((one) => one.drawn)).toEqual([2, 0, 1, 1, 1, 1, 1, 1, 0]);
    const quotas = [{ team: 'north', plan: null, size: 2 }, { team: null, plan: 'LAC', size: 3 }, { team: 'south', plan: 'CP', size: 9 }];
    expect(draw(FRAME, { method: 'QUOTA', quotas }, 42)).toEqual({
      keys: ['k06', 'k09', 'k02', 'k10', 'k14', 'k16', 'k04'],
      // South and CP: k04 and k16 alone, of nine wanted.
      strata: [{ team: 'north', plan: null, eligible: 8, wanted: 2, drawn: 2 }, { team: null, plan: 'LAC', eligible: 5, wanted: 3, drawn: 3 }, { team: 'south', plan: 'CP', eligible: 2, wanted: 9, drawn: 2 }],
    });
  });
});

describe('a sample', () => {
  const frames = fc.uniqueArray(fc.record({ key: fc.uuid(), team: fc.constantFrom('north', 'south', null), plan: fc.constantFrom('CP', 'LAC', 'CIN'), excluded: fc.constantFrom(null, null, 'AUDITED_LATELY') }), { selector: (one) => one.key, maxLength: 40 });
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

  it('holds each case once, none that was left out, and as many as were asked for or there are', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 50 }), seeds, (frame, size, seed) => {
        const drawn = draw(frame, { method: 'RANDOM', size }, seed);
        const eligible = frame.filter((one) => one.excluded === null);
        expect(new Set(drawn.keys).size).toBe(Math.min(size, eligible.length));
        expect(drawn.keys).toHaveLength(Math.min(size, eligible.length));
        expect(keys(eligible)).toEqual(expect.arrayContaining(drawn.keys));
        // Each part gets its share to the case above or below: wanted * eligible / all.
        for (const part of drawn.strata) expect(Math.abs(part.drawn - (Math.min(size, eligible.length) * part.eligible) / Math.max(eligible.length, 1))).toBeLessThan(1);
      }),
    );
  });

  it('does not depend on the order in which the frame is read', () => {
    fc.assert(fc.property(frames, fc.integer({ min: 1, max: 20 }), seeds, (frame, size, seed) => expect(draw([...frame].reverse(), { method: 'RANDOM', size }, seed)).toEqual(draw(frame, { method: 'RANDOM', size }, seed))));
  });

  it('of the whole frame is all that was not left out', () => {
    fc.assert(fc.property(frames, seeds, (frame, seed) => expect(draw(frame, { method: 'WHOLE' }, seed).keys).toEqual(keys(frame.filter((one) => one.excluded === null)).sort())));
  });

  it('by quota takes no case twice, and says where a quota could not be filled', () => {
    const quotas = fc.array(fc.record({ team: fc.constantFrom('north', 'south', null), plan: fc.constantFrom('CP', 'LAC', null), size: fc.integer({ min: 1, max: 15 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(frames, quotas, seeds, (frame, asked, seed) => {
        const drawn = draw(frame, { method: 'QUOTA', quotas: asked }, seed);
        expect(new Set(drawn.keys).size).toBe(drawn.keys.length);
        for (const part of drawn.strata) expect(part.drawn).toBe(Math.min(part.wanted, part.eligible));
      }),
    );
  });
});

describe('chance', () => {
  const TIMES = 10_000;
  const counted = (of: readonly string[], drawOnce: (seed: number) => readonly string[]): number[] => {
    const counts = new Map(of.map((key) => [key, 0]));
    for (let seed = 0; seed < TIMES; seed += 1) for (const key of drawOnce(seed)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()];
  };

  it('is the same for each case of a part, and for each pair of them', () => {
    const ten: FrameCase[] = Array.from({ length: 10 }, (_, index) => ({ key: `k${index}`, team: null, plan: 'CP', excluded: null }));
    const counts = counted(keys(ten), (seed) => draw(ten, { method: 'RANDOM', size: 3 }, seed).keys);
    // Each is drawn 3,000 times of 10,000. Drawn without putting back, sum((count - 3000)^2) / (10000 * 0.3 * 0.7) * 9 / 10 is chi-square with 9 degrees: beyond 27.88 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 3000) ** 2, 0) / (TIMES * 0.3 * 0.7) * 0.9).toBeLessThan(27.88);
    const pairs = keys(ten).flatMap((one, index) => keys(ten).slice(index + 1).map((other) => `${one} ${other}`));
    const ofPairs = counted(pairs, (seed) => { const [a, b] = draw(ten, { method: 'RANDOM', size: 2 }, seed).keys.toSorted(); return [`${a} ${b}`]; });
    // 45 pairs, each expected 10000 / 45 = 222.2 times; 44 degrees, beyond 78.75 once in a thousand.
    expect(ofPairs.reduce((sum, count) => sum + (count - TIMES / 45) ** 2 / (TIMES / 45), 0)).toBeLessThan(78.75);
  });

  it('is the same for a case of a small part as of a large one', () => {
    // Seventeen of one part, two and one of others; five are drawn, so each case one time in four.
    const uneven: FrameCase[] = Array.from({ length: 20 }, (_, index) => ({ key: `k${String(index).padStart(2, '0')}`, team: null, plan: index < 17 ? 'CP' : index < 19 ? 'LAC' : 'CIN', excluded: null }));
    const counts = counted(keys(uneven), (seed) => draw(uneven, { method: 'RANDOM', size: 5 }, seed).keys);
    // Expected 2,500 each, with a standard deviation of at most sqrt(10000 * 0.25 * 0.75) = 43.3: five of them are 216.
    for (const count of counts) expect(Math.abs(count - 2500)).toBeLessThan(216);
  });
});
