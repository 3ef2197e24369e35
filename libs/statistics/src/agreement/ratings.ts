/** What two raters said of one case; null where one of them said nothing. */
export interface Pair<C extends string> {
  first: C | null;
  second: C | null;
}

/** How often each pair of categories was given: rows are the first rater's, columns the second's, in the order of the scale. */
export interface RatingTable {
  counts: readonly (readonly number[])[];
  /** Cases that both rated. */
  n: number;
}

export interface Tally extends RatingTable {
  /** Cases that one of the two, or neither, rated: in no figure, but counted. */
  missing: number;
}

/** Counts pairs on a scale. Throws a RangeError for a scale of fewer than two different categories and for a rating outside it. */
export function tally<C extends string>(scale: readonly C[], pairs: readonly Pair<C>[]): Tally {
  const places = placesOn(scale);
  const counts = scale.map(() => scale.map(() => 0));
  let n = 0;
  for (const { first, second } of pairs) {
    const [row, column] = [placeOn(places, first), placeOn(places, second)];
    if (row === null || column === null) continue;
    (counts[row] as number[])[column] = (counts[row]?.[column] ?? 0) + 1;
    n += 1;
  }
  return { counts, n, missing: pairs.length - n };
}

/** A table of counts as it is printed. Throws a RangeError where it is not square, whole and of at least two categories. */
export function tableOf(counts: readonly (readonly number[])[]): RatingTable {
  const cells = counts.flat();
  if (counts.length < 2 || counts.some((row) => row.length !== counts.length)) throw new RangeError('A table of ratings is square, with two categories or more.');
  if (cells.some((cell) => !Number.isInteger(cell) || cell < 0)) throw new RangeError('Counts are whole and not below zero.');
  return { counts, n: cells.reduce((sum, cell) => sum + cell, 0) };
}

function placesOn<C extends string>(scale: readonly C[]): Map<C, number> {
  const places = new Map(scale.map((category, place) => [category, place]));
  if (places.size < 2 || places.size !== scale.length) throw new RangeError('A scale has two or more categories, each once.');
  return places;
}

function placeOn<C extends string>(places: ReadonlyMap<C, number>, category: C | null): number | null {
  if (category === null) return null;
  const place = places.get(category);
  if (place === undefined) throw new RangeError('A rating is a category of the scale, or missing.');
  return place;
}
