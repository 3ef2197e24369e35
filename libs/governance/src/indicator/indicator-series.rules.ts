import { xmrChart } from '@qaf/statistics';
import type { IndicatorArea, IndicatorFigure, IndicatorSeries } from './indicator.type';

/** The years that limits rest on; both belong to it, and null is the series' own end. */
export interface Baseline {
  from: number | null;
  to: number | null;
}

/** The years for which an area has no row become gaps, so that no step is reckoned across them. */
export function everyYear(figures: readonly IndicatorFigure[]): IndicatorFigure[] {
  const years = figures.map(({ year }) => Number(year));
  if (years.length === 0) return [];
  const held = new Map(figures.map((figure) => [figure.year, figure]));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => held.get(first + at) ?? { year: first + at, value: null, symbol: null, numerator: null, denominator: null });
}

/** The figures with limits from the baseline; null where the baseline has no year of the series. */
export function indicatorSeries(area: IndicatorArea, figures: readonly IndicatorFigure[], { from, to }: Baseline): IndicatorSeries | null {
  const points = everyYear(figures);
  const years = points.map(({ year }) => Number(year));
  const [first, last] = [from ?? years[0] ?? 0, to ?? years.at(-1) ?? 0];
  const within = years.filter((year) => year >= first && year <= last);
  if (points.length === 0) return { area, points, n: 0, mean: null, lower: null, upper: null, signals: [] };
  if (within.length === 0) return null;
  const [phase] = xmrChart({ points: points.map(({ year, value }) => ({ period: String(year), value })), baseline: { from: String(within[0]), to: String(within.at(-1)) } });
  const { n = 0, mean = null, lower = null, upper = null } = phase?.limits ?? {};
  return { area, points, n, mean, lower, upper, signals: phase?.signals ?? [] };
}
