import fc from 'fast-check';
import { agreementOf } from './agreement';
import type { Agreement } from './agreement';
import type { Coefficient } from './coefficients';
import { gwetCoefficient, weightedKappa } from './coefficients';
import { tableOf } from './ratings';
import type { Pair } from './ratings';
import { weightsFor } from './weights';

// Slow, and from the definitions: case by case instead of from a table, each variance from what one case alone contributes.
type Numbers = readonly [number, number][];
type Near = (one: number, other: number) => number;
const nearness = (k: number): Record<'unweighted' | 'linear' | 'quadratic', Near> => ({
  unweighted: (one, other) => Number(one === other),
  linear: (one, other) => (k - 1 - Math.abs(one - other)) / (k - 1),
  quadratic: (one, other) => ((k - 1) ** 2 - (one - other) ** 2) / (k - 1) ** 2,
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Kappa: chance is the nearness of the first's rating of one case to the second's rating of any. */
function slowKappa(cases: Numbers, near: Near) {
  const seen = cases.map(([one, other]) => near(one, other));
  const chance = mean(cases.flatMap(([one]) => cases.map(([, other]) => near(one, other))));
  const value = (mean(seen) - chance) / (1 - chance);
  const own = cases.map(([one, other]) => mean(cases.map((any) => near(one, any[1]))) + mean(cases.map((any) => near(any[0], other))));
  return { value, chance, standardError: spread(cases.map((_, i) => (seen[i]! - (1 - value) * own[i]!) / (1 - chance))) };
}

/** AC: chance is the mean nearness of two categories, times how unevenly they are not used. */
function slowAc(cases: Numbers, near: Near, k: number) {
  const places = Array.from({ length: k }, (_, place) => place);
  const use = (place: number) => mean(cases.flatMap((ratings) => ratings.map((rating) => Number(rating === place))));
  const scale = (mean(places.flatMap((one) => places.map((other) => near(one, other)))) * k) / (k - 1);
  const chance = scale * (1 - mean(places.map((place) => use(place) ** 2)) * k);
  const seen = cases.map(([one, other]) => near(one, other));
  const value = (mean(seen) - chance) / (1 - chance);
  const own = cases.map(([one, other]) => scale * (2 - use(one) - use(other)));
  return { value, chance, standardError: spread(cases.map((_, i) => (seen[i]! - (1 - value) * own[i]!) / (1 - chance))) };
}

/** The standard error of a mean of contributions, n below the line. */
function spread(contributions: readonly number[]): number {
  const middle = mean(contributions);
  return Math.sqrt(mean(contributions.map((one) => (one - middle) ** 2)) / contributions.length);
}

const scaleOf = (k: number) => Array.from({ length: k }, (_, place) => `category ${place}`);
const some = fc.integer({ min: 2, max: 5 }).chain((k) => fc.tuple(fc.constant(k), fc.array(fc.tuple(fc.integer({ min: 0, max: k - 1 }), fc.integer({ min: 0, max: k - 1 })), { minLength: 1, maxLength: 40 })));
const pairsOf = (cases: Numbers): Pair<string>[] => cases.map(([one, other]) => ({ first: `category ${one}`, second: `category ${other}` }));
const agree = (k: number, cases: Numbers): Agreement => agreementOf(scaleOf(k), pairsOf(cases));
const coefficients = ({ kappa, ac }: Agreement): Coefficient[] => [...Object.values(kappa), ...Object.values(ac)];

function expectAlike(found: Coefficient, slow: { value: number; chance: number; standardError: number }) {
  if (found.value === null) return expect(slow.chance).toBeCloseTo(1, 9);
  expect(found.value).toBeCloseTo(slow.value, 9);
  expect(found.standardError! ** 2).toBeCloseTo(slow.standardError ** 2, 9);
}

test('the figures from the table are those from the cases, one by one', () => {
  fc.assert(
    fc.property(some, ([k, cases]) => {
      const found = agree(k, cases);
      for (const weighting of ['unweighted', 'linear', 'quadratic'] as const) {
        expectAlike(found.kappa[weighting], slowKappa(cases, nearness(k)[weighting]));
        expectAlike(found.ac[weighting], slowAc(cases, nearness(k)[weighting], k));
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  [[[88, 14, 18], [10, 40, 10], [2, 6, 12]]],
  [[[106, 10, 4], [22, 28, 10], [2, 12, 6]]],
  [[[75, 1, 4], [5, 4, 1], [0, 0, 10]]],
  [[[13, 0, 0], [0, 20, 7], [0, 4, 56]]],
  [[[118, 5], [2, 0]]],
  [[[80, 10], [5, 5]]],
  [[[40, 9], [6, 45]]],
])('so are those of each published table: %j', (counts) => {
  const cases = counts.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, (): [number, number] => [one, other])));
  for (const [weighting, name] of [['unweighted', 'IDENTITY'], ['linear', 'LINEAR'], ['quadratic', 'QUADRATIC']] as const) {
    const [near, weights] = [nearness(counts.length)[weighting], weightsFor(name, counts.length)];
    expectAlike(weightedKappa(tableOf(counts), weights), slowKappa(cases, near));
    expectAlike(gwetCoefficient(tableOf(counts), weights), slowAc(cases, near, counts.length));
  }
});

test('no value is better than what was seen, each lies in its interval, and kappa and AC1 are never below -1', () => {
  fc.assert(
    fc.property(some, ([k, cases]) => {
      const agreement = agree(k, cases);
      for (const { value } of [...Object.values(agreement.kappa), agreement.ac.unweighted]) expect(value ?? 0).toBeGreaterThanOrEqual(-1 - 1e-9);
      for (const { value, observed, interval } of coefficients(agreement).filter((coefficient) => coefficient.value !== null)) {
        expect(value).toBeLessThanOrEqual(observed! + 1e-9);
        expect(interval!.lower).toBeLessThanOrEqual(value! + 1e-9);
        expect(interval!.upper).toBeGreaterThanOrEqual(value! - 1e-9);
      }
    }),
  );
});

test('AC2 can fall below -1, and its interval with it', () => {
  // By hand: 0.15 seen; the weights make 6, the shares used 0.5 0.1 0.4, so chance is 0.25 + 0.09 + 0.24.
  const { quadratic } = agree(3, [[0, 2], [2, 0], [2, 0], [0, 1], [0, 2]]).ac;
  expect(quadratic.value).toBeCloseTo((0.15 - 0.58) / 0.42, 12);
  expect(quadratic.interval!.lower).toBe(quadratic.value);
});

function expectSame(found: Coefficient, plain: Coefficient, share = 1) {
  if (plain.value === null) return expect(found.value).toBeNull();
  expect(found.value).toBeCloseTo(plain.value, 9);
  expect(found.standardError! ** 2).toBeCloseTo(plain.standardError! ** 2 * share, 9);
}

test('which rater is the first, the order of the cases and the end at which the scale begins do not matter', () => {
  fc.assert(
    fc.property(some, ([k, cases]) => {
      const turned = cases.map(([one, other]): [number, number] => [k - 1 - one, k - 1 - other]);
      const swapped = cases.map(([one, other]): [number, number] => [other, one]);
      const plain = coefficients(agree(k, cases));
      for (const other of [turned, swapped, cases.toReversed()]) {
        for (const [place, coefficient] of coefficients(agree(k, other)).entries()) expectSame(coefficient, plain[place]!);
      }
    }),
  );
});

test('what the categories are called does not matter, nor, unweighted, their order', () => {
  fc.assert(
    fc.property(some, ([k, cases]) => {
      const plain = agree(k, cases);
      const renamed = agreementOf(scaleOf(k).map((name) => `${name} renamed`), pairsOf(cases).map(({ first, second }) => ({ first: `${first} renamed`, second: `${second} renamed` })));
      expect(renamed).toEqual(plain);
      const shifted = agree(k, cases.map(([one, other]) => [(one + 1) % k, (other + 1) % k]));
      expectSame(shifted.kappa.unweighted, plain.kappa.unweighted);
      expectSame(shifted.ac.unweighted, plain.ac.unweighted);
    }),
  );
});

test('every case twice is the same agreement, known better', () => {
  fc.assert(
    fc.property(some, ([k, cases]) => {
      const once = coefficients(agree(k, cases));
      for (const [place, coefficient] of coefficients(agree(k, [...cases, ...cases])).entries()) expectSame(coefficient, once[place]!, 1 / 2);
    }),
  );
});

test('for two categories every weighting is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { minLength: 1 }), (cases) => {
      const { kappa, ac } = agree(2, cases);
      expect([kappa.linear, kappa.quadratic, ac.linear, ac.quadratic]).toEqual([kappa.unweighted, kappa.unweighted, ac.unweighted, ac.unweighted]);
    }),
  );
});
