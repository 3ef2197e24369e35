import type { FinestCount, MemberPath, Members } from './facts';
import { PART, REST, WHOLE } from './statistic';
import type { Dimension, LatticeTable, Measure, Statistic } from './statistic';

/** One cell of a table, with the finest cells that make it. */
export interface Cell {
  table: string;
  /** The member at the table's level, by dimension. */
  at: Readonly<Record<string, string>>;
  /** A category's code, `part`, `rest` or `all`. */
  category: string;
}

/** A published cell: its count, or that it is hidden, and not why. */
export interface ReleasedCell extends Cell {
  value: number | null;
}

/** What a reader may know of the lattice, fixed with each release. */
export type Lattice = Pick<Statistic, 'dimensions' | 'tables' | 'measure'>;

/** The codes of the categories that a table shows, with those that each sums. Sums of one are left out: they are that one. */
export function shownCategories(measure: Measure, { shareOnly = false }: LatticeTable): Map<string, readonly string[]> {
  const all = measure.categories.map(({ code }) => code);
  const part = measure.categories.filter((one) => one.part).map(({ code }) => code);
  const rest = part.length === 0 ? [] : all.filter((code) => !part.includes(code));
  const single = all.filter((code) => !shareOnly || (part.length === 1 && part[0] === code) || (rest.length === 1 && rest[0] === code));
  return new Map([
    ...single.map((code): [string, string[]] => [code, [code]]),
    ...(part.length > 1 ? [[PART, part] as [string, string[]]] : []),
    ...(rest.length > 1 ? [[REST, rest] as [string, string[]]] : []),
    [WHOLE, all.length === 0 ? [WHOLE] : all],
  ]);
}

/** The code under which a table shows the share's numerator; null where the measure has none. */
export function partCode(measure: Measure): string | null {
  const part = measure.categories.filter((one) => one.part);
  return part.length === 0 ? null : (part.length === 1 ? (part[0]?.code ?? null) : PART);
}

/** The code under which a table shows what is not in the numerator; null where the measure has no share. */
export function restCode(measure: Measure): string | null {
  if (partCode(measure) === null) return null;
  const rest = measure.categories.filter((one) => !one.part);
  return rest.length === 1 ? (rest[0]?.code ?? null) : REST;
}

/** Names a cell within a release. */
export function cellKey({ table, at, category }: Cell): string {
  return JSON.stringify([table, ...Object.keys(at).sort().map((dimension) => at[dimension]), category]);
}

/** Names a finest cell. */
export function finestKey(dimensions: readonly Dimension[], { quarter, at, category }: Pick<FinestCount, 'quarter' | 'at' | 'category'>): string {
  return JSON.stringify([quarter, ...dimensions.map(({ code }) => at[code]), category]);
}

/** Every finest cell there can be, counted or not, in one order. */
export function finestOf({ dimensions, measure }: Lattice, members: Members, quarters: readonly string[]): FinestCount[] {
  const categories = measure.categories.length === 0 ? [WHOLE] : measure.categories.map(({ code }) => code);
  let places: Record<string, string>[] = [{}];
  for (const { code } of dimensions) places = places.flatMap((at) => sortedPaths(members, code).map((path) => ({ ...at, [code]: path[0] ?? '' })));
  return quarters.flatMap((quarter) => places.flatMap((at) => categories.map((category) => ({ quarter, at, category, count: 0 }))));
}

/** The cells of every table that one finest cell counts to. */
export function cellsWith(lattice: Lattice, members: Members): (finest: Pick<FinestCount, 'at' | 'category'>) => Cell[] {
  const paths = new Map(lattice.dimensions.map(({ code }) => [code, new Map((members[code] ?? []).map((path) => [path[0], path]))]));
  const tables = lattice.tables.map((table) => ({ ...table, cuts: cutsOf(lattice, table), shown: [...shownCategories(lattice.measure, table)] }));
  return ({ at, category }) =>
    tables.flatMap(({ code, cuts, shown }) => {
      const place = Object.fromEntries(cuts.map(({ dimension, depth }) => [dimension, paths.get(dimension)?.get(at[dimension] ?? '')?.[depth] ?? '']));
      return shown.filter(([, sums]) => sums.includes(category)).map(([name]) => ({ table: code, at: place, category: name }));
    });
}

function cutsOf({ dimensions }: Lattice, { by }: LatticeTable): { dimension: string; depth: number }[] {
  return dimensions.flatMap(({ code, levels }) => (by[code] === undefined ? [] : [{ dimension: code, depth: levels.indexOf(by[code]) }]));
}

function sortedPaths(members: Members, dimension: string): readonly MemberPath[] {
  return [...(members[dimension] ?? [])].sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
}
