import type { Lattice, ReleasedCell } from './cells';
import type { LatticeTable } from './statistic';

/** A table that hides most of what it could tell, and the coarser tables that answer instead, best first. */
export interface Coarser {
  table: string;
  /** The share of its cells that are hidden, of those that are not zero. */
  hiddenShare: number;
  instead: string[];
}

/** Above this share of hidden cells a table is better asked more coarsely. */
export const MOSTLY_HIDDEN = 0.5;

/** The tables that hide more than half of their cells beside zeros. */
export function coarserThan(lattice: Pick<Lattice, 'dimensions' | 'tables'>, cells: readonly ReleasedCell[]): Coarser[] {
  const share = new Map(lattice.tables.map(({ code }): [string, number] => [code, hiddenShareOf(cells.filter(({ table }) => table === code))]));
  return lattice.tables.flatMap((table) => {
    const hiddenShare = share.get(table.code) ?? 0;
    if (hiddenShare <= MOSTLY_HIDDEN) return [];
    const instead = lattice.tables.filter((other) => isCoarser(lattice, other, table) && (share.get(other.code) ?? 1) <= MOSTLY_HIDDEN);
    return [{ table: table.code, hiddenShare, instead: instead.map(({ code }) => code).sort((one, other) => (share.get(one) ?? 0) - (share.get(other) ?? 0)) }];
  });
}

/** The share of cells that are hidden, of those that are not zero; 0 where there are none. */
export function hiddenShareOf(cells: readonly Pick<ReleasedCell, 'value'>[]): number {
  const counted = cells.filter(({ value }) => value !== 0);
  return counted.length === 0 ? 0 : counted.filter(({ value }) => value === null).length / counted.length;
}

/** Whether a table can be summed from another: it is cut by no more, and nowhere more finely. */
export function isCoarser({ dimensions }: Pick<Lattice, 'dimensions'>, one: LatticeTable, than: LatticeTable): boolean {
  if (one.code === than.code) return false;
  const depth = (table: LatticeTable, code: string, levels: readonly string[]) => (table.by[code] === undefined ? levels.length : levels.indexOf(table.by[code]));
  const wider = dimensions.every(({ code, levels }) => depth(one, code, levels) >= depth(than, code, levels));
  return wider && (one.shareOnly === true || than.shareOnly !== true);
}
