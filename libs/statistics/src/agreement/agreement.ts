import type { Confidence } from '../confidence';
import { rate } from '../rate/rate';
import type { Rate } from '../rate/rate';
import { gwetCoefficient, weightedKappa } from './coefficients';
import type { Coefficient } from './coefficients';
import { tally } from './ratings';
import type { Pair, RatingTable } from './ratings';
import { weightsFor } from './weights';
import type { Weighting } from './weights';

/** A coefficient under each of the weightings. */
export type Weighted = Record<'unweighted' | 'linear' | 'quadratic', Coefficient>;

/** How far two raters agree. Kappa depends on how common the categories are: it is never shown without n, the share and AC. */
export interface Agreement extends RatingTable {
  /** Cases that were left out because one of the two did not rate. */
  missing: number;
  /** The share rated exactly alike. */
  alike: Rate;
  kappa: Weighted;
  /** Unweighted it is Gwet's AC1, weighted AC2. */
  ac: Weighted;
}

/** Agreement of two raters over an ordered scale. Throws a RangeError for a rating that is not on it. */
export function agreementOf<C extends string>(scale: readonly C[], pairs: readonly Pair<C>[], confidence: Confidence = 0.95): Agreement {
  const { counts, n, missing } = tally(scale, pairs);
  const table = { counts, n };
  const alike = counts.reduce((sum, row, place) => sum + (row[place] ?? 0), 0);
  const under = (of: typeof weightedKappa) => (weighting: Weighting) => of(table, weightsFor(weighting, scale.length), confidence);
  return { counts, n, missing, alike: rate(alike, n, { confidence }), kappa: underEach(under(weightedKappa)), ac: underEach(under(gwetCoefficient)) };
}

function underEach(of: (weighting: Weighting) => Coefficient): Weighted {
  return { unweighted: of('IDENTITY'), linear: of('LINEAR'), quadratic: of('QUADRATIC') };
}
