import { agreementOf } from './agreement';
import { gwetCoefficient, weightedKappa } from './coefficients';
import { tableOf, tally } from './ratings';
import { weightsFor } from './weights';

const figures = (counts: number[][]) => {
  const table = tableOf(counts);
  const weights = weightsFor('IDENTITY', counts.length);
  return { n: table.n, kappa: weightedKappa(table, weights), ac: gwetCoefficient(table, weights) };
};

describe('published worked examples', () => {
  test('Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 1960;20:37-46', () => {
    const { n, kappa } = figures([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
    expect(n).toBe(200);
    expect([kappa.observed, kappa.expected, kappa.value].map((value) => value!.toFixed(3))).toEqual(['0.700', '0.410', '0.492']);
  });

  test('Cohen, Weighted kappa, Psychological Bulletin 1968;70:213-220: disagreements of weight 1, 3 and 6', () => {
    const table = tableOf([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
    const disagreement = [[0, 1, 3], [1, 0, 6], [3, 6, 0]];
    const kappa = weightedKappa(table, disagreement.map((row) => row.map((weight) => 1 - weight / 6)));
    expect(kappa.value!.toFixed(3)).toBe('0.348');
  });

  test('Fleiss, Cohen and Everitt, Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 1969;72:323-327', () => {
    const counts = [[106, 10, 4], [22, 28, 10], [2, 12, 6]];
    const { kappa } = figures(counts);
    expect(kappa.value!.toFixed(3)).toBe('0.429');
    expect((kappa.standardError! ** 2).toFixed(6)).toBe('0.002885');
    const weighted = weightedKappa(tableOf(counts), [[1, 0, 0.4444], [0, 1, 0.6667], [0.4444, 0.6667, 1]]);
    expect(weighted.value!.toFixed(3)).toBe('0.507');
    expect((weighted.standardError! ** 2).toFixed(6)).toBe('0.003248');
  });

  test('Fleiss, Statistical Methods for Rates and Proportions, the diagnoses of 100 cases', () => {
    const { kappa } = figures([[75, 1, 4], [5, 4, 1], [0, 0, 10]]);
    expect([kappa.observed, kappa.expected, kappa.value].map((value) => value!.toFixed(2))).toEqual(['0.89', '0.66', '0.68']);
  });

  test('Gwet, irrCAC (the package to the Handbook of Inter-Rater Reliability, 2014), cont3x3abstractors', () => {
    const counts = [[13, 0, 0], [0, 20, 7], [0, 4, 56]];
    const { kappa, ac } = figures(counts);
    expect([kappa.value!.toFixed(7), kappa.standardError!.toFixed(8)]).toEqual(['0.7964094', '0.05891072']);
    expect([ac.value!.toFixed(7), ac.standardError!.toFixed(8)]).toEqual(['0.8493305', '0.04321747']);
    const ac2 = (['LINEAR', 'QUADRATIC'] as const).map((weighting) => gwetCoefficient(tableOf(counts), weightsFor(weighting, 3)));
    expect(ac2.map(({ value }) => value!.toFixed(3))).toEqual(['0.900', '0.940']);
  });
});

describe('the paradox of prevalence: agreement is high and kappa is not', () => {
  test('Gwet, Kappa statistic is not satisfactory for assessing the extent of agreement between raters, 2002', () => {
    const { kappa, ac } = figures([[118, 5], [2, 0]]);
    expect(kappa.observed!.toFixed(3)).toBe('0.944');
    expect([kappa.value!.toFixed(4), ac.value!.toFixed(4)]).toEqual(['-0.0234', '0.9408']);
  });

  test('Feinstein and Cicchetti, High agreement but low kappa I, Journal of Clinical Epidemiology 1990;43:543-549', () => {
    const [even, skewed] = [figures([[40, 9], [6, 45]]), figures([[80, 10], [5, 5]])];
    expect([even.kappa.observed, skewed.kappa.observed].map((value) => value!.toFixed(2))).toEqual(['0.85', '0.85']);
    expect([even.kappa.value, skewed.kappa.value].map((value) => value!.toFixed(2))).toEqual(['0.70', '0.32']);
    // By hand: the shares used are 0.475 and 0.525, so chance is 2 x 0.475 x 0.525; and 0.875 and 0.125.
    expect([even.ac.value, skewed.ac.value].map((value) => value!.toFixed(3))).toEqual(['0.701', '0.808']);
  });
});

const GRADES = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const;
type Grade = (typeof GRADES)[number];
const pair = (first: Grade | null, second: Grade | null) => ({ first, second });

test('an auditor and a moderator: pairs with one grade missing are left out and counted', () => {
  const agreement = agreementOf(GRADES, [
    pair('good', 'good'),
    pair('good', 'requires improvement'),
    pair('inadequate', 'inadequate'),
    pair('outstanding', 'good'),
    pair('good', null),
    pair(null, 'good'),
    pair(null, null),
  ]);
  expect(agreement).toMatchObject({ n: 4, missing: 3, alike: { numerator: 2, denominator: 4, share: 0.5 } });
  // By hand: rows 1 2 0 1, columns 0 2 1 1 of four; chance is (2 x 2 + 1 x 1) / 16.
  expect(agreement.kappa.unweighted.value).toBeCloseTo((8 / 16 - 5 / 16) / (11 / 16), 12);
  expect(agreement.counts).toEqual([[0, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1]]);
});

test('where both gave every case the same grade, kappa is unknown and AC1 is one', () => {
  const agreement = agreementOf(GRADES, [pair('good', 'good'), pair('good', 'good')]);
  expect(agreement.kappa.unweighted).toEqual({ value: null, observed: 1, expected: 1, standardError: null, interval: null });
  expect(agreement.ac.unweighted).toMatchObject({ value: 1, standardError: 0, interval: { lower: 1, upper: 1 } });
});

test('with no case that both rated, nothing is known', () => {
  const agreement = agreementOf(GRADES, [pair('good', null)]);
  expect(agreement).toMatchObject({ n: 0, missing: 1, alike: { share: null } });
  for (const coefficient of [...Object.values(agreement.kappa), ...Object.values(agreement.ac)]) expect(Object.values(coefficient)).toEqual([null, null, null, null, null]);
});

test('what is no scale, no rating, no table and no weight is refused', () => {
  expect(() => tally(['good'], [])).toThrow(RangeError);
  expect(() => tally(['good', 'good'], [])).toThrow(RangeError);
  expect(() => agreementOf(GRADES, [pair('good', 'excellent' as Grade)])).toThrow('A rating is a category of the scale, or missing.');
  for (const counts of [[[1]], [[1, 2]], [[1, 2], [3]], [[1, -1], [0, 0]], [[1, 0.5], [0, 0]]]) expect(() => tableOf(counts)).toThrow(RangeError);
  const table = tableOf([[1, 1], [1, 1]]);
  for (const weights of [[[1, 0]], [[1, 0], [0.5, 1]], [[0.9, 0], [0, 1]], [[1, 2], [2, 1]]]) expect(() => weightedKappa(table, weights)).toThrow(RangeError);
  expect(() => weightsFor('LINEAR', 1)).toThrow(RangeError);
});
