import { tally } from '../agreement/ratings';
import type { RatingTable } from '../agreement/ratings';
import { rate } from './rate';
import type { Rate, RateOptions } from './rate';

/** The same case before and after: a grade first given and moderated, or this year's and last year's. */
export interface Move<C extends string> {
  before: C | null;
  after: C | null;
}

export interface Movement extends RatingTable {
  /** Rows are before, columns after, both best first. */
  counts: RatingTable['counts'];
  better: Rate;
  same: Rate;
  worse: Rate;
  /** Cases without a grade before, or after, or both. */
  missing: number;
}

/** Movement between grades. The scale runs from best to worst. Throws a RangeError for a grade that is not on it. */
export function movementOf<C extends string>(bestFirst: readonly C[], moves: readonly Move<C>[], options: RateOptions = {}): Movement {
  const { counts, n, missing } = tally(bestFirst, moves.map(({ before, after }) => ({ first: before, second: after })));
  const share = (counted: (from: number, to: number) => boolean): Rate => {
    const cells = counts.flatMap((row, from) => row.filter((_, to) => counted(from, to)));
    return rate(cells.reduce((sum, cell) => sum + cell, 0), n, options);
  };
  return { counts, n, missing, better: share((from, to) => to < from), same: share((from, to) => to === from), worse: share((from, to) => to > from) };
}
