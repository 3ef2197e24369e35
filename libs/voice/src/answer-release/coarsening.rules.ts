/** What may be kept beside an answer, in the order in which a questionnaire holds to it: the last is given up first. */
export type Kept = Readonly<Record<string, string | null>>;

/**
 * Leaves beside each sheet only what at least `fewest` sheets share. Each keeps as many of the attributes, in their order, as
 * enough others have too; the rest becomes null. Where a few are left over at the end, the smallest class joins them.
 * With fewer sheets than `fewest` in all there is no such class: a RangeError.
 */
export function coarsened(sheets: readonly Kept[], attributes: readonly string[], fewest: number): Kept[] {
  if (sheets.length < fewest) throw new RangeError('There are too few to hide among.');
  const depthOf = new Map<number, number>();
  for (let depth = attributes.length; depth >= 0; depth -= 1) {
    const open = sheets.map((_sheet, index) => index).filter((index) => !depthOf.has(index));
    for (const group of grouped(open, (index) => nameOf(sheets[index] as Kept, attributes, depth))) {
      if (group.length >= fewest) for (const index of group) depthOf.set(index, depth);
    }
  }
  for (const index of leftOver(sheets, attributes, depthOf)) depthOf.set(index, 0);
  return sheets.map((sheet, index) => firstOf(sheet, attributes, depthOf.get(index) ?? 0));
}

/** Those in no class yet, with the smallest class there is. */
function leftOver(sheets: readonly Kept[], attributes: readonly string[], depthOf: ReadonlyMap<number, number>): number[] {
  const indices = sheets.map((_sheet, index) => index);
  const without = indices.filter((index) => !depthOf.has(index));
  if (without.length === 0) return [];
  const classes = grouped(indices.filter((index) => depthOf.has(index)), (index) => nameOf(sheets[index] as Kept, attributes, depthOf.get(index) ?? 0));
  const [smallest = []] = classes.toSorted((one, other) => one.length - other.length);
  return [...without, ...smallest];
}

function firstOf(sheet: Kept, attributes: readonly string[], depth: number): Kept {
  return Object.fromEntries(attributes.map((attribute, place) => [attribute, place < depth ? (sheet[attribute] ?? null) : null]));
}

function nameOf(sheet: Kept, attributes: readonly string[], depth: number): string {
  return JSON.stringify(Object.values(firstOf(sheet, attributes, depth)).slice(0, depth)) + String(depth);
}

function grouped(indices: readonly number[], nameOfOne: (index: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    const name = nameOfOne(index);
    const group = groups.get(name);
    if (group) group.push(index);
    else groups.set(name, [index]);
  }
  return [...groups.values()];
}
