import { rate } from '../rate/rate';
import type { Rate } from '../rate/rate';
import { partCode, restCode, shownCategories } from './cells';
import type { Lattice, ReleasedCell } from './cells';
import { WHOLE } from './statistic';
import type { LatticeTable, Measure } from './statistic';

/** One line of a released table: all categories of one place. */
export interface TableLine {
  at: Readonly<Record<string, string>>;
  /** The count of each shown category, `part`, `rest` and `all`; null for hidden. */
  counts: ReadonlyMap<string, number | null>;
}

/** Puts cells of one table and release together by place, in the order they come. */
export function linesOf(cells: readonly Pick<ReleasedCell, 'at' | 'category' | 'value'>[]): TableLine[] {
  const lines = new Map<string, { at: TableLine['at']; counts: Map<string, number | null> }>();
  for (const { at, category, value } of cells) {
    const key = JSON.stringify(Object.entries(at).sort());
    const line = lines.get(key) ?? { at, counts: new Map() };
    lines.set(key, line);
    line.counts.set(category, value);
  }
  return [...lines.values()];
}

/** All of a line's facts; null for hidden. */
export function totalOf({ counts }: TableLine): number | null {
  return counts.get(WHOLE) ?? null;
}

/** The share of a line with its Wilson interval; null where the numerator, the denominator or the rest is hidden, or the measure has no share. */
export function shareOf(measure: Measure, { counts }: TableLine): Rate | null {
  const [part, rest] = [partCode(measure), restCode(measure)];
  if (part === null || rest === null) return null;
  const [numerator, others, denominator] = [counts.get(part) ?? null, counts.get(rest) ?? null, counts.get(WHOLE) ?? null];
  return numerator === null || others === null || denominator === null ? null : rate(numerator, denominator);
}

/** The mean of a line's scores with its n; null where any count that it rests on is hidden or not in the table, or a category has no score. */
export function meanOfLine(measure: Measure, table: LatticeTable, { counts }: TableLine): { mean: number | null; n: number } | null {
  const shown = shownCategories(measure, table);
  const n = counts.get(WHOLE) ?? null;
  if (n === null || measure.categories.length === 0) return null;
  let sum = 0;
  for (const { code, score } of measure.categories) {
    const count = counts.get(code) ?? null;
    if (count === null || score === undefined || !shown.has(code)) return null;
    sum += count * score;
  }
  return { mean: n === 0 ? null : sum / n, n };
}

/** The table that cuts by just these levels; undefined where the lattice has none. */
export function tableBy({ tables }: Pick<Lattice, 'tables'>, by: Readonly<Record<string, string>>): LatticeTable | undefined {
  const wanted = JSON.stringify(Object.entries(by).sort());
  return tables.find((table) => JSON.stringify(Object.entries(table.by).sort()) === wanted);
}
