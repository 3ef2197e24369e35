import { checkPoints, pointsWithin } from './points';
import type { ChartPoint, Window } from './points';
import { stretches } from './runs';
import { sidesOf, signal, trendsOf } from './xmr-signals';
import type { Signal } from './xmr-signals';

export const SHIFT_LENGTH = 6;
export const RUN_CHART_TREND_LENGTH = 5;

export interface RunChart {
  /** Null where the baseline has no value. */
  median: number | null;
  /** How many values the median rests on. */
  n: number;
  /** Six or more in a row on one side of the median; points on it neither end nor lengthen a shift. */
  shifts: Signal[];
  /** Five or more in a row rising, or falling; a point like the one before it neither ends nor lengthens a trend. */
  trends: Signal[];
}

/**
 * A run chart: for series too short or too rough for limits.
 * Rules: Perla, Provost and Murray, The run chart, BMJ Quality and Safety 2011;20:46-51. A gap ends shifts and trends.
 */
export function runChart(points: readonly ChartPoint[], baseline?: Window): RunChart {
  checkPoints(points);
  const values = (baseline ? pointsWithin(points, baseline) : points).flatMap(({ value }) => (value === null ? [] : [value]));
  const median = medianOf(values);
  const found = median === null ? [] : stretches(sidesOf(points, median, 'SKIP'), SHIFT_LENGTH);
  const shifts = found.map(({ first, last, length, direction }) => signal('RUN', direction, points, first, last, length));
  return { median, n: values.length, shifts, trends: trendsOf(points, RUN_CHART_TREND_LENGTH, 'SKIP') };
}

/** The value in the middle, or the mean of the two that are; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? upper) + upper) / 2;
}
