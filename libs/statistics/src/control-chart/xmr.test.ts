import fc from 'fast-check';
import { xmrLimits } from './limits';
import type { ChartPoint } from './points';
import { xmrChart } from './xmr';

const series = (values: readonly (number | null)[], first = 1): ChartPoint[] => values.map((value, index) => ({ period: String(first + index), value }));

// Child protection plans reviewed within timescales, Shropshire, per cent, years to March 2013 to 2024 (Department for
// Education, Children in need statistics).
const reviewed = series([97.3, 96.6, 96.7, 95.9, 98.9, 99.1, 95.9, 96.6, 96.9, 97.1, 93.0, 85.7], 2013);

test('the known answer: ten years set the limits, and the two years after fall out of them', () => {
  const [phase] = xmrChart({ points: reviewed, baseline: { from: '2013', to: '2022' } });
  const { n, mean, lower, upper, meanMovingRange, movingRangeLimit } = phase!.limits!;
  expect(n).toBe(10);
  expect([mean, lower, upper].map((value) => value.toFixed(2))).toEqual(['97.10', '94.38', '99.82']);
  // The steps, by hand: 0.7 0.1 0.8 3.0 0.2 3.2 0.7 0.3 0.2 make 9.2 in nine; 3.267 times that is 3.34.
  expect(meanMovingRange).toBeCloseTo(9.2 / 9, 10);
  expect(movingRangeLimit).toBeCloseTo(3.3396, 4);
  expect(phase!.signals).toEqual([
    { kind: 'OUTSIDE', direction: 'DOWN', from: '2023', to: '2023', length: 1 },
    { kind: 'OUTSIDE', direction: 'DOWN', from: '2024', to: '2024', length: 1 },
  ]);
  expect(phase!.points.filter(({ movingRangeOver }) => movingRangeOver).map(({ period }) => period)).toEqual(['2023', '2024']);
});

test('without a baseline the fall hides itself: its own steps widen the limits', () => {
  const [phase] = xmrChart({ points: reviewed });
  // Twelve values make 1149.7, eleven steps 20.6: 95.81 less 2.66 x 1.873 is 90.83.
  expect(phase!.limits!.lower).toBeCloseTo(90.827, 3);
  // All ten before the fall lie above that mean: the chart calls them the odd ones.
  expect(phase!.signals.map(({ kind, from, to }) => [kind, from, to])).toEqual([['OUTSIDE', '2024', '2024'], ['RUN', '2013', '2022']]);
});

test.each([
  ['seven on one side are chance', [9, 11, 9, 11, 12, 11, 12, 11, 12, 11, 9], []],
  ['eight on one side are a run', [9, 11, 9, 11, 12, 11, 12, 11, 12, 11, 12, 11, 9], [['RUN', 'UP', '4', '12', 9]]],
  ['a point on the mean ends a run', [9, 11, 9, 11, 12, 11, 12, 10, 12, 11, 12, 11, 9], []],
  ['five rising are chance', [10, 9, 9.2, 9.4, 9.6, 9.8, 9.7], []],
  ['six rising are a trend', [9.8, 9, 9.2, 9.4, 9.6, 9.8, 10.1, 10], [['TREND', 'UP', '2', '7', 6]]],
  ['six falling are one too', [10.2, 11, 10.8, 10.6, 10.4, 10.2, 10, 10.5], [['TREND', 'DOWN', '2', '7', 6]]],
  ['two alike end a trend', [9, 9.2, 9.4, 9.6, 9.6, 9.8, 10.1, 10.2, 10.1], []],
  ['a gap ends both', [11, 11.1, 11.2, 11.3, null, 11.4, 11.5, 11.6, 11.7], []],
])('%s', (_name, values, expected) => {
  const baseline = series([8, 12, 8, 12], 101);
  const [phase] = xmrChart({ points: [...baseline, { period: 'gap', value: null }, ...series(values)], baseline: { from: '101', to: '104' } });
  expect(phase!.limits!.mean).toBe(10);
  expect(phase!.signals.map(({ kind, direction, from, to, length }) => [kind, direction, from, to, length])).toEqual(expected);
});

test('from an annotated change on, the chart has limits of its own and no run reaches over it', () => {
  const points = series([10, 12, 10, 12, 11, 12, 12, 12, 20, 22, 20, 22]);
  expect(xmrChart({ points, baseline: { from: '1', to: '4' } })[0]!.signals.map(({ kind }) => kind)).toContain('OUTSIDE');
  const phases = xmrChart({ points, baseline: { from: '1', to: '4' }, changes: [{ from: '9', note: 'A new recording form' }] });
  expect(phases.map(({ from, to, note, limits, signals }) => [from, to, note, limits?.mean, signals.length])).toEqual([
    ['1', '8', null, 11, 0],
    ['9', '12', 'A new recording form', 21, 0],
  ]);
});

test('a baseline without variation to go by has no limits and no signals', () => {
  expect(xmrChart({ points: series([5]) })[0]).toMatchObject({ limits: null, signals: [] });
  expect(xmrChart({ points: series([5, null, 6, null]) })[0]!.limits).toBeNull();
  expect(xmrChart({ points: [] })).toEqual([]);
});

test('a series that never moves is not outside its own limits, whatever the last digits', () => {
  const [phase] = xmrChart({ points: series([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]) });
  expect(phase!.limits).toMatchObject({ meanMovingRange: 0 });
  expect(phase!.signals).toEqual([]);
});

test.each([
  ['a period twice', { points: [...series([1, 2]), ...series([3])] }],
  ['a value that is no number', { points: series([1, Number.NaN]) }],
  ['a baseline outside the series', { points: series([1, 2]), baseline: { from: '1', to: '9' } }],
  ['a baseline turned round', { points: series([1, 2]), baseline: { from: '2', to: '1' } }],
  ['a baseline over a change', { points: series([1, 2, 3, 4]), baseline: { from: '1', to: '4' }, changes: [{ from: '3', note: 'x' }] }],
  ['changes out of order', { points: series([1, 2, 3, 4]), changes: [{ from: '3', note: 'x' }, { from: '2', note: 'y' }] }],
  ['two changes at once', { points: series([1, 2, 3, 4]), changes: [{ from: '3', note: 'x' }, { from: '3', note: 'y' }] }],
  ['a first baseline where a change comes first', { points: series([1, 2]), baseline: { from: '1', to: '2' }, changes: [{ from: '1', note: 'x' }] }],
])('%s is refused', (_name, input) => expect(() => xmrChart(input)).toThrow(RangeError));

const whole = fc.integer({ min: -1000, max: 1000 });
const values = fc.array(whole, { minLength: 2, maxLength: 40 });

test('the limits lie evenly about the mean, and the mean between the least and the greatest', () => {
  fc.assert(
    fc.property(values, (some) => {
      const { mean, lower, upper } = xmrLimits(series(some))!;
      expect(upper - mean).toBeCloseTo(mean - lower, 6);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...some) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(...some) + 1e-9);
      expect(lower).toBeLessThanOrEqual(mean);
    }),
  );
});

test('another unit and another zero change nothing but the scale, and a mirror turns every signal round', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 50 }), whole, (some, factor, shift) => {
      const [plain] = xmrChart({ points: series(some) });
      const [moved] = xmrChart({ points: series(some.map((value) => value * factor + shift)) });
      expect(moved!.signals).toEqual(plain!.signals);
      expect(moved!.limits!.upper).toBeCloseTo(plain!.limits!.upper * factor + shift, 5);
      const [mirrored] = xmrChart({ points: series(some.map((value) => -value)) });
      expect(mirrored!.signals.map(({ direction }) => direction)).toEqual(plain!.signals.map(({ direction }) => (direction === 'UP' ? 'DOWN' : 'UP')));
    }),
  );
});

/** Every stretch of so many neighbours, looked at one by one. */
function slow(some: readonly number[], length: number, holds: (stretch: readonly number[]) => boolean): Set<number> {
  const starts = some.map((_, start) => start).filter((start) => start + length <= some.length && holds(some.slice(start, start + length)));
  return new Set(starts.flatMap((start) => Array.from({ length }, (_, index) => start + index)));
}

test('runs and trends are those that a look at every stretch finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 60 }), fc.boolean(), (drawn, sorted) => {
      const some = sorted ? drawn.slice(0, 20).toSorted((one, other) => one - other).concat(drawn.slice(20)) : drawn;
      const [phase] = xmrChart({ points: series(some) });
      const total = some.reduce((sum, value) => sum + value, 0);
      const above = (stretch: readonly number[]) => stretch.every((value) => value * some.length > total);
      const below = (stretch: readonly number[]) => stretch.every((value) => value * some.length < total);
      const rising = (stretch: readonly number[]) => stretch.every((value, index) => index === 0 || value > stretch[index - 1]!);
      const falling = (stretch: readonly number[]) => stretch.every((value, index) => index === 0 || value < stretch[index - 1]!);
      const expected = { RUN: [slow(some, 8, above), slow(some, 8, below)], TREND: [slow(some, 6, rising), slow(some, 6, falling)] };
      for (const kind of ['RUN', 'TREND'] as const) {
        const found = phase!.signals.filter((signal) => signal.kind === kind);
        const places = found.flatMap(({ from, to }) => Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) - 1 + index));
        expect(new Set(places)).toEqual(new Set(expected[kind].flatMap((set) => [...set])));
      }
    }),
    { numRuns: 300 },
  );
});
