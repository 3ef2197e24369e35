import { type Change, shareOf, totalOf, meanOfLine, type TableLine, type Window, xmrChart } from '@qaf/statistics';
import type { SeriesValue } from '../graph/series.type';
import type { ReleasedTable } from './released';

/** What a series shows of each release's line. */
export type SeriesOf = 'COUNT' | 'SHARE' | 'MEAN';

export interface SeriesOptions {
  of: SeriesOf;
  /** For a count: the category; all of them when left out. */
  category?: string;
  /** The periods that the first limits rest on. */
  baseline?: Window;
  /** Tool changes and campaigns: from each on, the limits begin anew. */
  changes?: readonly Change[];
  /** Notes that begin no new limits. */
  annotations?: readonly { period: string; note: string }[];
}

/**
 * The figures of one place over releases of one kind of period, with control limits and signals. A hidden figure is a gap,
 * and so is a period without that place. Changes and baselines that name a period which was not released are left out.
 */
export function seriesOf(tables: readonly ReleasedTable[], { of, category, baseline, changes = [], annotations = [] }: SeriesOptions): SeriesValue {
  const points = tables.map((table) => ({ period: table.period, value: valueOf(table, of, category) }));
  const released = new Set(points.map(({ period }) => period));
  const within = (window: Window | undefined) => (window && released.has(window.from) && released.has(window.to) ? window : undefined);
  const kept = changes.filter(({ from }) => released.has(from)).map(({ from, note, baseline: own }): Change => {
    const window = within(own);
    return window ? { from, note, baseline: window } : { from, note };
  });
  const first = within(baseline);
  const phases = xmrChart({ points, changes: kept, ...(first && { baseline: first }) });
  return {
    unit: of === 'COUNT' ? (tables[0]?.lattice.measure.counts ?? '') : of,
    points: points.map(({ period, value }) => ({ period, value, hidden: value === null && tables.some((table) => table.period === period && table.lines.length > 0) })),
    phases: phases.map(({ from, to, note, limits }) => ({ from, to, note, n: limits?.n ?? 0, mean: limits?.mean ?? null, lower: limits?.lower ?? null, upper: limits?.upper ?? null })),
    signals: phases.flatMap(({ signals }) => signals),
    annotations: [...kept.map(({ from, note }) => ({ period: from, note })), ...annotations].sort((one, other) => (one.period < other.period ? -1 : 1)),
  };
}

function valueOf({ lattice, table, lines }: ReleasedTable, of: SeriesOf, category: string | undefined): number | null {
  const [line] = lines;
  if (!line || lines.length > 1) return null;
  if (of === 'SHARE') return shareOf(lattice.measure, line)?.share ?? null;
  if (of === 'MEAN') return meanOfLine(lattice.measure, table, line)?.mean ?? null;
  return category === undefined ? totalOf(line) : countOf(line, category);
}

function countOf({ counts }: TableLine, category: string): number | null {
  return counts.get(category) ?? null;
}
