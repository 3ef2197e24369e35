import { type LatticeTable, type Measure, meanOfLine, partCode, shareOf, type TableLine, totalOf } from '@qaf/statistics';
import type { SuppressedCount, SuppressedMean, SuppressedShare } from './suppressed.type';

/** A count as the graph tells it; null is hidden. */
export function countValue(value: number | null): SuppressedCount {
  return { value, hidden: value === null };
}

/** The share of a line; null where the measure has none. */
export function shareValue(measure: Measure, line: TableLine): SuppressedShare | null {
  const part = partCode(measure);
  if (part === null) return null;
  const found = shareOf(measure, line);
  const [numerator, denominator] = [countValue(line.counts.get(part) ?? null), countValue(totalOf(line))];
  return { share: found?.share ?? null, numerator, denominator, lower: found?.interval?.lower ?? null, upper: found?.interval?.upper ?? null, hidden: found === null };
}

/** The mean of a line; null where the measure has no scores. */
export function meanValue(measure: Measure, table: LatticeTable, line: TableLine): SuppressedMean | null {
  if (measure.categories.length === 0 || measure.categories.some(({ score }) => score === undefined)) return null;
  const found = meanOfLine(measure, table, line);
  return { mean: found?.mean ?? null, n: countValue(totalOf(line)), hidden: found === null };
}
