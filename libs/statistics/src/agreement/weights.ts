/** How near two categories count as agreeing: 1 the same, 0 as far apart as can be. Symmetric, with 1 on the diagonal. */
export type Weights = readonly (readonly number[])[];

/** `IDENTITY`: agreed or not. `LINEAR`: by steps apart. `QUADRATIC`: by the square of the steps, mild on neighbours. */
export type Weighting = 'IDENTITY' | 'LINEAR' | 'QUADRATIC';

const BY_DISTANCE: Record<Weighting, (distance: number) => number> = {
  IDENTITY: (distance) => (distance === 0 ? 1 : 0),
  LINEAR: (distance) => 1 - distance,
  QUADRATIC: (distance) => 1 - distance ** 2,
};

/** The weights for a scale of so many ordered categories (Cohen 1968; Cicchetti and Allison 1971; Fleiss and Cohen 1973). */
export function weightsFor(weighting: Weighting, categories: number): Weights {
  if (!Number.isInteger(categories) || categories < 2) throw new RangeError('A scale has two or more categories.');
  const places = Array.from({ length: categories }, (_, place) => place);
  return places.map((row) => places.map((column) => BY_DISTANCE[weighting](Math.abs(row - column) / (categories - 1))));
}

/** Checks weights of one's own. Throws a RangeError where they do not fit the scale or are no weights. */
export function checkWeights(weights: Weights, categories: number): void {
  const square = weights.length === categories && weights.every((row) => row.length === categories);
  if (!square) throw new RangeError('Weights are as wide and as high as the scale.');
  const fits = weights.every((row, i) => row.every((weight, j) => weight >= 0 && weight <= 1 && weight === weights[j]?.[i] && (i !== j || weight === 1)));
  if (!fits) throw new RangeError('Weights run from 0 to 1, are alike both ways, and are 1 where the raters agree.');
}
