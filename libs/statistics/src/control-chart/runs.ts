/** A stretch of a series, by the places of its first and last member. */
export interface Stretch {
  first: number;
  last: number;
  /** How many members count: those on the line, and gaps where runs go on, do not. */
  length: number;
  direction: 'UP' | 'DOWN';
}

/** What one member says: above or rising, below or falling, `SKIP` neither ends nor lengthens the run, `BREAK` ends it. */
export type Step = 'UP' | 'DOWN' | 'SKIP' | 'BREAK';

/** The longest stretches of one direction, at least `least` long. */
export function stretches(steps: readonly Step[], least: number): Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch | undefined;
  for (const [place, step] of steps.entries()) {
    if (step === 'SKIP') continue;
    if (step !== 'BREAK' && open?.direction === step) {
      open.last = place;
      open.length += 1;
      continue;
    }
    open = step === 'BREAK' ? undefined : { first: place, last: place, length: 1, direction: step };
    if (open) found.push(open);
  }
  return found.filter(({ length }) => length >= least);
}

/** Rounding in the last digits of a computed mean must not make a point fall beyond it. */
export function isBeyond(value: number, line: number): boolean {
  return value - line > 1e-9 * Math.max(1, Math.abs(value), Math.abs(line));
}
