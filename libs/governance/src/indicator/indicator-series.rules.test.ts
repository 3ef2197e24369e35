import { everyYear, indicatorSeries } from './indicator-series.rules';
import type { IndicatorFigure } from './indicator.type';

const figure = (year: number, value: number | null): IndicatorFigure => ({ year, value, symbol: value === null ? 'c' : null, numerator: null, denominator: null });
const AREA = { code: 'E06999001', name: 'Saltmarsh', level: 'LOCAL_AUTHORITY' };

test('a year without a row is a gap, and no step is reckoned across it', () => {
  expect(everyYear([figure(2020, 5), figure(2023, 9)]).map(({ year, value }) => [year, value])).toEqual([[2020, 5], [2021, null], [2022, null], [2023, 9]]);
  // Steps: 2 (2019 to 2020) alone. Mean of 4, 6, 20 is 10; limits 10 ± 2.66 × 2.
  const series = indicatorSeries(AREA, [figure(2019, 4), figure(2020, 6), figure(2022, 20)], { from: null, to: null });
  expect(series).toMatchObject({ n: 3, mean: 10, signals: [{ kind: 'OUTSIDE', direction: 'DOWN', from: '2019' }, { kind: 'OUTSIDE', from: '2022', direction: 'UP' }] });
  expect(series!.lower).toBeCloseTo(4.68, 10);
});

test('a baseline outside the series has no limits to give, and an area without figures no series', () => {
  expect(indicatorSeries(AREA, [figure(2020, 5)], { from: 2021, to: null })).toBeNull();
  expect(indicatorSeries(AREA, [], { from: null, to: 2022 })).toEqual({ area: AREA, points: [], n: 0, mean: null, lower: null, upper: null, signals: [] });
  expect(indicatorSeries(AREA, [figure(2020, 5)], { from: null, to: null })).toMatchObject({ n: 0, mean: null, signals: [] });
});
