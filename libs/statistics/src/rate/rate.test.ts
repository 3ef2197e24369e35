import fc from 'fast-check';
import { difference } from './difference';
import { rate } from './rate';
import type { Rate } from './rate';

const shown = ({ interval }: Pick<Rate, 'interval'>) => [interval!.lower.toFixed(4), interval!.upper.toFixed(4)];

// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 1998;17:857-872, table I,
// methods 3 (Wilson) and 4 (with continuity).
test.each([
  [81, 263, ['0.2553', '0.3662'], ['0.2535', '0.3682']],
  [15, 148, ['0.0624', '0.1605'], ['0.0598', '0.1644']],
  [0, 20, ['0.0000', '0.1611'], ['0.0000', '0.2005']],
  [1, 29, ['0.0061', '0.1718'], ['0.0018', '0.1963']],
])('the published interval of %i in %i', (part, whole, wilson, continuity) => {
  expect(shown(rate(part, whole))).toEqual(wilson);
  expect(shown(rate(part, whole, { continuity: true }))).toEqual(continuity);
});

// Newcombe, Interval estimation for the difference between independent proportions, 1998;17:873-890, table II, methods 10 and 11.
test.each([
  [[56, 70], [48, 80], ['0.0524', '0.3339'], ['0.0428', '0.3422'], true],
  [[9, 10], [3, 10], ['0.1705', '0.8090'], ['0.1013', '0.8387'], true],
  [[10, 10], [0, 20], ['0.6791', '1.0000'], ['0.6014', '1.0000'], true],
  [[5, 56], [0, 29], ['-0.0381', '0.1926'], null, false],
  [[0, 10], [0, 20], ['-0.1611', '0.2775'], null, false],
])('the published interval of %j less %j', (later, earlier, score, continuity, distinct) => {
  const less = (options = {}) => difference(rate(later[0]!, later[1]!, options), rate(earlier[0]!, earlier[1]!, options));
  expect(shown(less())).toEqual(score);
  expect(less().distinct).toBe(distinct);
  if (continuity) expect(shown(less({ continuity: true }))).toEqual(continuity);
});

test('with nothing to count there is no share, no interval and no difference', () => {
  expect(rate(0, 0)).toEqual({ numerator: 0, denominator: 0, share: null, interval: null });
  expect(difference(rate(1, 2), rate(0, 0))).toEqual({ value: null, interval: null, distinct: null });
});

test.each([[-1, 2], [3, 2], [0.5, 2], [1, 2.5], [Number.NaN, 2]])('%d of %d is refused', (part, whole) => expect(() => rate(part, whole)).toThrow(RangeError));

const counts = fc.integer({ min: 1, max: 400 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
const Z = 1.959963984540054;

test('an end of the interval is where the score test is just lost', () => {
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { share, interval } = rate(part, whole);
      for (const [end, own] of [[interval!.lower, part > 0], [interval!.upper, part < whole]] as const) {
        if (own) expect((share! - end) ** 2 * whole).toBeCloseTo(Z * Z * end * (1 - end), 7);
      }
    }),
  );
});

test('with continuity, where it is lost by half a case', () => {
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { share, interval } = rate(part, whole, { continuity: true });
      for (const [end, own] of [[interval!.lower, part > 0], [interval!.upper, part < whole]] as const) {
        if (own && end > 0 && end < 1) expect((Math.abs(share! - end) - 1 / (2 * whole)) ** 2 * whole).toBeCloseTo(Z * Z * end * (1 - end), 7);
      }
    }),
  );
});

test('the interval holds the share, lies from 0 to 1, and is wider with more confidence or with continuity', () => {
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const [narrow, plain, wide, careful] = [{ confidence: 0.9 as const }, {}, { confidence: 0.99 as const }, { continuity: true }].map((options) => rate(part, whole, options));
      for (const { share, interval } of [narrow!, plain!, wide!, careful!]) {
        expect(interval!.lower).toBeGreaterThanOrEqual(0);
        expect(interval!.upper).toBeLessThanOrEqual(1);
        expect(share!).toBeGreaterThanOrEqual(interval!.lower - 1e-12);
        expect(share!).toBeLessThanOrEqual(interval!.upper + 1e-12);
      }
      for (const [inner, outer] of [[narrow, plain], [plain, wide], [plain, careful]] as const) {
        expect(outer!.interval!.lower).toBeLessThanOrEqual(inner!.interval!.lower + 1e-12);
        expect(outer!.interval!.upper).toBeGreaterThanOrEqual(inner!.interval!.upper - 1e-12);
      }
    }),
  );
});

test('those who did and those who did not mirror each other, and so do two differences', () => {
  fc.assert(
    fc.property(counts, counts, ([part, whole], [other, all]) => {
      const [did, didNot] = [rate(part, whole), rate(whole - part, whole)];
      expect(did.interval!.lower).toBeCloseTo(1 - didNot.interval!.upper, 12);
      const [to, fro] = [difference(did, rate(other, all)), difference(rate(other, all), did)];
      expect(to.value).toBeCloseTo(-fro.value!, 12);
      expect(to.interval!.lower).toBeCloseTo(-fro.interval!.upper, 12);
      expect(to.distinct).toBe(fro.distinct);
    }),
  );
});
