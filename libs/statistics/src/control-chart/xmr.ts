import { movingRanges, xmrLimits } from './limits';
import type { XmrLimits } from './limits';
import { checkPoints, placeOf, pointsWithin } from './points';
import type { ChartPoint, Window } from './points';
import { isBeyond } from './runs';
import { xmrSignals } from './xmr-signals';
import type { Signal } from './xmr-signals';

/** Something known that changed what is measured: from its period on, the chart has a baseline of its own. */
export interface Change {
  from: string;
  /** What changed, for the reader of the chart. */
  note: string;
  /** The window that the new limits rest on; without one, all points up to the next change. */
  baseline?: Window;
}

export interface XmrInput {
  points: readonly ChartPoint[];
  /** The window that the first limits rest on; without one, all points up to the first change. */
  baseline?: Window;
  /** In the order of time. */
  changes?: readonly Change[];
}

/** A point with the step that led to it. */
export interface XmrPoint extends ChartPoint {
  movingRange: number | null;
  /** Whether that step is larger than the baseline foresees. */
  movingRangeOver: boolean;
}

/** The points from one change to the next, held against one baseline. */
export interface XmrPhase {
  from: string;
  to: string;
  /** The change that began it; null for the first. */
  note: string | null;
  /** Null where the baseline has no two neighbours with values; then there are no signals either. */
  limits: XmrLimits | null;
  points: XmrPoint[];
  /** Outside the limits first, then runs, then trends, each in the order of time. None reaches over a change. */
  signals: Signal[];
}

/**
 * An XmR chart, in phases parted by the annotated changes; none for a series without points.
 * Throws a RangeError where a period comes twice, changes are not in the order of time or at one period, or a baseline
 * reaches out of its phase.
 */
export function xmrChart({ points, baseline, changes = [] }: XmrInput): XmrPhase[] {
  checkPoints(points);
  const starts = changes.map(({ from }) => placeOf(points, from));
  if (starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? 0))) throw new RangeError('Changes come in the order of time.');
  const first = points.slice(0, starts[0] ?? points.length);
  const later = changes.map((change, index) => phaseOf(points.slice(starts[index], starts[index + 1] ?? points.length), change.baseline, change.note));
  if (first.length === 0 && baseline) throw new RangeError('The first baseline needs a phase of its own.');
  return first.length === 0 ? later : [phaseOf(first, baseline, null), ...later];
}

function phaseOf(points: readonly ChartPoint[], baseline: Window | undefined, note: string | null): XmrPhase {
  const limits = xmrLimits(baseline ? pointsWithin(points, baseline) : points);
  const ranges = movingRanges(points);
  const judged = points.map(({ period, value }, place) => {
    const movingRange = ranges[place] ?? null;
    return { period, value, movingRange, movingRangeOver: movingRange !== null && limits !== null && isBeyond(movingRange, limits.movingRangeLimit) };
  });
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  return { from, to, note, limits, points: judged, signals: limits ? xmrSignals(points, limits) : [] };
}
