import type { FinestCount, Lattice, MemberPath, Members, ReleasedCell, Statistic } from '@qaf/statistics';

/** A release as anyone can read it: the lattice is published, and so is which team lies in which service. */
export interface PublishedRelease {
  period: string;
  quarters: readonly string[];
  lattice: Lattice;
  members: Members;
  cells: readonly ReleasedCell[];
}

/** What an insider counted in their own rows when a release was made. */
export interface OwnRows {
  /** Every row of these finest kinds is theirs to see, so that the counts are whole; otherwise they are a part. */
  whole: (kind: Pick<FinestCount, 'at' | 'category'>) => boolean;
  /** Their rows, counted. */
  counts: readonly FinestCount[];
}

/** One who attacks: what is published, in the order it was, with the rows they saw each time, if any. */
export interface Knowledge {
  name: string;
  releases: readonly PublishedRelease[];
  own: readonly (OwnRows | null)[];
  rule: Pick<Statistic, 'allAlike'>;
  /** Finest kinds of which facts were taken away between two releases: of all others the attacker knows that they only came. */
  shrunk: ReadonlySet<string>;
}

/** Something nobody should be able to tell: a hidden cell of a release, or what came to a cell between two releases. */
export interface Secret {
  what: string;
  /** The unknowns that it sums, with their signs. */
  parts: readonly (readonly [unknown: string, factor: 1 | -1])[];
}

/** Names the number of facts of one finest kind in one release. */
export function unknownName(release: number, { quarter, at, category }: Pick<FinestCount, 'quarter' | 'at' | 'category'>): string {
  return `${release}/${kindName({ quarter, at, category })}`;
}

/** Names a finest kind of fact, whatever the release. */
export function kindName({ quarter, at, category }: Pick<FinestCount, 'quarter' | 'at' | 'category'>): string {
  return [quarter, ...Object.keys(at).sort().map((dimension) => `${dimension}=${at[dimension]}`), category].join('/');
}

/** Every finest kind that a release could count. */
export function kindsOf({ lattice, members, quarters }: PublishedRelease): Pick<FinestCount, 'quarter' | 'at' | 'category'>[] {
  const categories = lattice.measure.categories.length > 0 ? lattice.measure.categories.map(({ code }) => code) : ['all'];
  const places = lattice.dimensions.reduce<Record<string, string>[]>((all, { code }) => all.flatMap((at) => (members[code] ?? []).map(([leaf = '']) => ({ ...at, [code]: leaf }))), [{}]);
  return quarters.flatMap((quarter) => places.flatMap((at) => categories.map((category) => ({ quarter, at, category }))));
}

/** Whether a finest kind of fact is counted in a published cell. */
export function countsTo({ lattice, members }: PublishedRelease, cell: Pick<ReleasedCell, 'table' | 'at' | 'category'>, kind: Pick<FinestCount, 'at' | 'category'>): boolean {
  const cut = lattice.tables.find(({ code }) => code === cell.table)?.by ?? {};
  const inPlace = Object.entries(cut).every(([dimension, level]) => {
    const depth = lattice.dimensions.find(({ code }) => code === dimension)?.levels.indexOf(level) ?? 0;
    return pathOf(members, dimension, kind.at[dimension])?.[depth] === cell.at[dimension];
  });
  const isPart = lattice.measure.categories.find(({ code }) => code === kind.category)?.part === true;
  const inCategory = cell.category === 'all' || cell.category === kind.category || (cell.category === 'part' && isPart) || (cell.category === 'rest' && !isPart);
  return inPlace && inCategory;
}

function pathOf(members: Members, dimension: string, leaf: string | undefined): MemberPath | undefined {
  return members[dimension]?.find(([one]) => one === leaf);
}
