/** One figure of a series, in the order of time. */
export interface ChartPoint {
  /** Names the period; each once in a series. */
  period: string;
  /** Null where the figure is missing or hidden: nothing is reckoned across the gap. */
  value: number | null;
}

/** A window of a series, by the names of its first and last period; both belong to it. */
export interface Window {
  from: string;
  to: string;
}

/** Checks a series. Throws a RangeError where a period comes twice or a value is no finite number. */
export function checkPoints(points: readonly ChartPoint[]): void {
  if (new Set(points.map(({ period }) => period)).size !== points.length) throw new RangeError('A series has each period once.');
  if (points.some(({ value }) => value !== null && !Number.isFinite(value))) throw new RangeError('A value is a finite number or missing.');
}

/** The points of a window. Throws a RangeError where it does not lie in the series, first period first. */
export function pointsWithin(points: readonly ChartPoint[], { from, to }: Window): ChartPoint[] {
  const [first, last] = [placeOf(points, from), placeOf(points, to)];
  if (last < first) throw new RangeError('A window ends where it begins or later.');
  return points.slice(first, last + 1);
}

/** Where a period stands in a series. Throws a RangeError where it does not. */
export function placeOf(points: readonly ChartPoint[], period: string): number {
  const place = points.findIndex((point) => point.period === period);
  if (place < 0) throw new RangeError('The series has no such period.');
  return place;
}
