import { shownCategories } from './cells';
import type { Cell, Lattice } from './cells';
import type { System } from './system';
import { WHOLE } from './statistic';
import type { Statistic } from './statistic';

/** Which rows of the new release are hidden for what they are themselves, and which of those may be zeros. */
export interface Primary {
  hidden: Set<number>;
  /** Rows of groups that are all alike: hidden though they may be zero. */
  alike: Set<number>;
}

/** Small counts, small steps that a reader of both releases would see, and groups that are all alike where they are hidden. */
export function primaryOf(system: System, { rule, allAlike, ...lattice }: Pick<Statistic, 'rule' | 'allAlike'> & Lattice): Primary {
  const small = (count: number) => Math.abs(count) >= 1 && Math.abs(count) <= rule.hiddenUpTo;
  const hidden = new Set(system.rows.flatMap(({ truth, isNew }, at) => (isNew && small(truth) ? [at] : [])));
  for (const { truth, row, plain } of system.steps) if (small(truth) && plain && system.rows[row]?.isNew) hidden.add(row);
  const alike = allAlike === 'HIDDEN' ? alikeRows(system, lattice) : new Set<number>();
  for (const row of alike) hidden.add(row);
  return { hidden, alike };
}

interface Group {
  total: number;
  cells: { row: number; truth: number; cell: Cell }[];
}

/**
 * The rows of groups that are all alike; and of those where a zero that is shown now would tell one that an earlier release
 * hid for that reason.
 */
function alikeRows(system: System, { tables, measure }: Lattice): Set<number> {
  const { rows } = system;
  const kept = new Set(rows.flatMap(({ isNew, hidden, truth, unknowns }) => (!isNew && hidden && truth === 0 ? unknowns : [])));
  const tells = (row: number) => rows[row]?.truth === 0 && rows[row].unknowns.some((unknown) => kept.has(unknown));
  const many = new Map(tables.map((table) => [table.code, shownCategories(measure, table).size > 2]));
  const same = groupsOf(system).filter(({ total, cells }) => total > 0 && cells.some(({ row, truth, cell }) => (truth === total && many.get(cell.table)) || tells(row)));
  return new Set(same.flatMap(({ cells }) => cells.map(({ row }) => row)));
}

function groupsOf({ rows }: System): Group[] {
  const groups = new Map<string, Group>();
  for (const [row, { cells, truth, isNew }] of rows.entries()) {
    for (const cell of isNew ? cells : []) {
      const key = JSON.stringify([cell.table, Object.entries(cell.at).sort()]);
      const group = groups.get(key) ?? { total: 0, cells: [] };
      groups.set(key, group);
      if (cell.category === WHOLE) group.total = truth;
      else group.cells.push({ row, truth, cell });
    }
  }
  return [...groups.values()];
}
