import type { XmrLimits } from './limits';
import type { ChartPoint } from './points';
import { isBeyond, stretches } from './runs';
import type { Step } from './runs';

export const RUN_LENGTH = 8;
export const TREND_LENGTH = 6;

/**
 * What a chart says is more than chance: `OUTSIDE` a value beyond a limit, `RUN` eight or more in a row on one side of
 * the mean, `TREND` six or more in a row each above, or each below, the one before.
 */
export type SignalKind = 'OUTSIDE' | 'RUN' | 'TREND';

export interface Signal {
  kind: SignalKind;
  /** Above or rising, below or falling. Whether that is good news is for the reader. */
  direction: 'UP' | 'DOWN';
  /** The first and the last period of it. */
  from: string;
  to: string;
  /** How many points make it. */
  length: number;
}

/** The signals of points against limits. A point on the mean ends a run, two alike end a trend, a gap ends both. */
export function xmrSignals(points: readonly ChartPoint[], limits: Pick<XmrLimits, 'mean' | 'lower' | 'upper'>): Signal[] {
  return [...outside(points, limits), ...runs(points, limits.mean), ...trends(points)];
}

/** Which side of a line each point is on. */
export function sidesOf(points: readonly ChartPoint[], line: number, onLine: Step): Step[] {
  return points.map(({ value }) => (value === null ? 'BREAK' : sideOf(value, line, onLine)));
}

/** The trends of at least so many points. The place before a stretch of steps is its first point. */
export function trendsOf(points: readonly ChartPoint[], least: number, alike: Step): Signal[] {
  const steps = points.map(({ value }, place): Step => {
    const before = points[place - 1]?.value ?? null;
    return value === null || before === null ? 'BREAK' : sideOf(value, before, alike);
  });
  return stretches(steps, least - 1).map(({ first, last, length, direction }) => signal('TREND', direction, points, first - 1, last, length + 1));
}

/** A signal by the places of its first and last point. */
export function signal(kind: SignalKind, direction: 'UP' | 'DOWN', points: readonly ChartPoint[], first: number, last: number, length: number): Signal {
  const [from, to] = [points[first]?.period ?? '', points[last]?.period ?? ''];
  return { kind, direction, from, to, length };
}

function sideOf(value: number, line: number, onLine: Step): Step {
  if (isBeyond(value, line)) return 'UP';
  return isBeyond(line, value) ? 'DOWN' : onLine;
}

function outside(points: readonly ChartPoint[], { lower, upper }: Pick<XmrLimits, 'lower' | 'upper'>): Signal[] {
  return points.flatMap(({ value }, place) => {
    if (value === null) return [];
    if (isBeyond(value, upper)) return [signal('OUTSIDE', 'UP', points, place, place, 1)];
    return isBeyond(lower, value) ? [signal('OUTSIDE', 'DOWN', points, place, place, 1)] : [];
  });
}

function runs(points: readonly ChartPoint[], mean: number): Signal[] {
  const found = stretches(sidesOf(points, mean, 'BREAK'), RUN_LENGTH);
  return found.map(({ first, last, length, direction }) => signal('RUN', direction, points, first, last, length));
}

function trends(points: readonly ChartPoint[]): Signal[] {
  return trendsOf(points, TREND_LENGTH, 'BREAK');
}
