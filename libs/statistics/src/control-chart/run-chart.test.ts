import fc from 'fast-check';
import type { ChartPoint } from './points';
import { medianOf, runChart } from './run-chart';

const series = (values: readonly (number | null)[]): ChartPoint[] => values.map((value, index) => ({ period: String(index + 1), value }));

test('six on one side of the median are a shift; one on the median neither ends nor lengthens it', () => {
  // Sorted: 1 2 3 4 4 4 5 5 6 6 7 7 7: the middle is 5. From the fourth on: 6 7 (5) 6 7 7 7, with the last 5 left out.
  const { median, n, shifts } = runChart(series([4, 3, 4, 6, 7, 5, 6, 7, 8, 7, 2, 1, 4]));
  expect([median, n]).toEqual([5, 13]);
  expect(shifts).toEqual([{ kind: 'RUN', direction: 'UP', from: '4', to: '10', length: 6 }]);
});

test('five rising are a trend; a point like the one before it neither ends nor lengthens it', () => {
  expect(runChart(series([9, 1, 2, 2, 3, 4, 5, 3])).trends).toEqual([{ kind: 'TREND', direction: 'UP', from: '2', to: '7', length: 5 }]);
  expect(runChart(series([9, 1, 2, 2, 2, 3, 4, 1])).trends).toEqual([]);
  expect(runChart(series([1, 9, 8, 7, 6, 5, 8])).trends).toEqual([{ kind: 'TREND', direction: 'DOWN', from: '2', to: '6', length: 5 }]);
});

test('a gap ends both', () => {
  const { shifts, trends } = runChart(series([1, 1, 1, 1, 7, 8, 9, null, 10, 11, 12, 1]));
  expect([shifts, trends]).toEqual([[], []]);
});

test('the median can rest on a window, and no values have none', () => {
  expect(runChart(series([1, 2, 3, 50, 60]), { from: '1', to: '3' }).median).toBe(2);
  expect(runChart(series([null, null]))).toEqual({ median: null, n: 0, shifts: [], trends: [] });
});

test('as many lie above a median as below', () => {
  expect(medianOf([3, 1, 10, 2])).toBe(2.5);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (some) => {
      const middle = medianOf(some)!;
      return some.filter((value) => value > middle).length <= some.length / 2 && some.filter((value) => value < middle).length <= some.length / 2;
    }),
  );
});
