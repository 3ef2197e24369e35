import { checkPoints } from './points';
import type { ChartPoint } from './points';

/** 3 / d2 with d2 = 1.128 for ranges of two (Wheeler, Understanding Variation, 1993). */
export const LIMIT_FACTOR = 2.66;
/** D4 for ranges of two (the same source). */
export const MOVING_RANGE_FACTOR = 3.267;

/** What a baseline foresees, in the unit of its values. */
export interface XmrLimits {
  /** How many values it rests on. */
  n: number;
  mean: number;
  /** The mean of the steps between neighbours, without sign. */
  meanMovingRange: number;
  /** Mean less 2.66 times the mean moving range. Not cut at zero or one hundred per cent. */
  lower: number;
  upper: number;
  /** A step larger than this is larger than the baseline foresees. */
  movingRangeLimit: number;
}

/** The step from the point before, without sign; null for the first point and beside a gap. */
export function movingRanges(points: readonly ChartPoint[]): (number | null)[] {
  return points.map(({ value }, index) => {
    const before = index === 0 ? null : (points[index - 1]?.value ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

/**
 * The limits of an XmR chart (individual values and moving ranges) from a baseline.
 * Null where no two neighbours have values: there is no variation to go by.
 */
export function xmrLimits(baseline: readonly ChartPoint[]): XmrLimits | null {
  checkPoints(baseline);
  const ranges = movingRanges(baseline).filter((range) => range !== null);
  if (ranges.length === 0) return null;
  const values = baseline.flatMap(({ value }) => (value === null ? [] : [value]));
  const mean = meanOf(values);
  const meanMovingRange = meanOf(ranges);
  const reach = LIMIT_FACTOR * meanMovingRange;
  return { n: values.length, mean, meanMovingRange, lower: mean - reach, upper: mean + reach, movingRangeLimit: MOVING_RANGE_FACTOR * meanMovingRange };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
