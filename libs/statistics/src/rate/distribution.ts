import { rate } from './rate';
import type { Rate, RateOptions } from './rate';

/** How cases spread over the categories of a scale. */
export interface Distribution<C extends string> {
  /** One line for each category of the scale, in its order, those without a case among them. */
  lines: ({ category: C } & Rate)[];
  /** Cases with a category: every line's denominator. */
  n: number;
  /** Cases without one (not applicable, not answered): counted, in no denominator. */
  missing: number;
}

/** Counts values over a scale. Throws a RangeError for a category that is not on it. */
export function distributionOf<C extends string>(scale: readonly C[], values: readonly (C | null)[], options: RateOptions = {}): Distribution<C> {
  const counts = new Map(scale.map((category) => [category, 0]));
  if (counts.size !== scale.length) throw new RangeError('A scale has each category once.');
  for (const value of values) {
    if (value === null) continue;
    const count = counts.get(value);
    if (count === undefined) throw new RangeError('A value is a category of the scale, or missing.');
    counts.set(value, count + 1);
  }
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...counts].map(([category, count]) => ({ category, ...rate(count, n, options) }));
  return { lines, n, missing: values.length - n };
}
