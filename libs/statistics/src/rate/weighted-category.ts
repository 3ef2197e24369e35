/** One graded answer. A category of null did not apply and leaves the mean. */
export interface WeightedAnswer<C extends string> {
  key: string;
  /** Whole, not below zero, so that no rounding error decides a grade. An answer of weight 0 limits at most. */
  weight: number;
  category: C | null;
  /** The best that the whole can be because of this answer; null or absent where it limits nothing. */
  atBest?: C | null;
}

export interface WeightedCategory<C extends string> {
  /** Null where no answer with a weight applied: then nothing limits either. */
  category: C | null;
  /** What the mean alone would give. */
  byMean: C | null;
  /** The answers that hold it below that. */
  limitedBy: string[];
  /** The sum of the weights that counted. */
  weight: number;
}

/**
 * The category nearest to the weighted mean of the places on the scale, half way going to the better, then no better than
 * any limit. The scale runs from best to worst. Throws a RangeError for a category not on it or a weight that is not whole.
 */
export function weightedCategory<C extends string>(bestFirst: readonly C[], answers: readonly WeightedAnswer<C>[]): WeightedCategory<C> {
  const placed = answers.map((answer) => place(bestFirst, answer));
  const counted = placed.filter((answer) => answer.at !== null && answer.weight > 0);
  const weight = counted.reduce((sum, answer) => sum + answer.weight, 0);
  if (weight === 0) return { category: null, byMean: null, limitedBy: [], weight };
  const total = counted.reduce((sum, answer) => sum + answer.weight * (answer.at ?? 0), 0);
  const mean = Math.ceil((2 * total - weight) / (2 * weight));
  const held = Math.max(mean, ...placed.map(({ limit }) => limit));
  const limitedBy = placed.filter(({ limit }) => limit === held && held > mean).map(({ key }) => key);
  return { category: bestFirst[held] ?? null, byMean: bestFirst[mean] ?? null, limitedBy, weight };
}

function place<C extends string>(bestFirst: readonly C[], { key, weight, category, atBest = null }: WeightedAnswer<C>) {
  if (!Number.isInteger(weight) || weight < 0) throw new RangeError('Weights are whole and not below zero.');
  return { key, weight, at: category === null ? null : placeOf(bestFirst, category), limit: atBest === null ? -1 : placeOf(bestFirst, atBest) };
}

function placeOf<C extends string>(bestFirst: readonly C[], category: C): number {
  const found = bestFirst.indexOf(category);
  if (found < 0) throw new RangeError('A category is on the scale.');
  return found;
}
