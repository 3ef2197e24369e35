import type { Interval } from '../confidence';
import type { Rate } from './rate';

export interface Difference {
  /** The later share less the earlier, from -1 to 1; null where one of them has nothing to count. */
  value: number | null;
  interval: Interval | null;
  /** Whether zero lies outside the interval; null where there is none. */
  distinct: boolean | null;
}

const UNKNOWN: Difference = { value: null, interval: null, distinct: null };

/**
 * How far a share moved, between two groups that share no case. The interval comes from the two rates' own, so it has
 * their confidence (Newcombe, Statistics in Medicine 1998;17:873-890, method 10; with continuity method 11).
 */
export function difference(later: Rate, earlier: Rate): Difference {
  if (later.share === null || earlier.share === null || later.interval === null || earlier.interval === null) return UNKNOWN;
  const value = later.share - earlier.share;
  const lower = value - Math.hypot(later.share - later.interval.lower, earlier.interval.upper - earlier.share);
  const upper = value + Math.hypot(later.interval.upper - later.share, earlier.share - earlier.interval.lower);
  return { value, interval: { lower, upper }, distinct: lower > 0 || upper < 0 };
}
