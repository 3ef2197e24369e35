import type { CommandTransaction } from '@qaf/database';
import type { FinestCount, Lattice, Members, ReleaseMade } from '@qaf/statistics';
import { placeOf } from '../store/place';
import { quartersOf, periodByCode } from './periods';

interface Made {
  id: string;
  period: string;
  definition_version: number;
  lattice: Lattice;
  members: Members;
  finest: FinestCount[];
}

/** Earlier releases of a statistic with what is needed to guard the next one. Oldest first. */
export interface EarlierReleases {
  made: ReleaseMade[];
  definitionVersions: number[];
}

/** Every release of a statistic that shares a quarter with the period, or with one that does. Read as the reporting machine. */
export async function earlierReleases(tx: Pick<CommandTransaction, 'query'>, statistic: string, period: string): Promise<EarlierReleases> {
  const all = await tx.query<{ id: string; period: string }>('select id, period from release where statistic = $1 order by released_at, version', [statistic]);
  const linked = linkedTo(period, all.map((one) => one.period));
  const ids = all.filter((one) => linked.has(one.period)).map(({ id }) => id);
  const rows = await tx.query<Made>(
    `select r.id, r.period, r.definition_version, r.lattice, t.members, t.finest from release r join release_truth t on t.release_id = r.id
     where r.id = any($1::uuid[]) order by r.released_at, r.version`,
    [ids],
  );
  const cells = await tx.query<{ release_id: string; table_code: string; place: string; category: string; value: number | null }>(
    'select release_id, table_code, place, category, value from release_cell where release_id = any($1::uuid[])',
    [ids],
  );
  const made = rows.map(({ id, period: of, lattice, members, finest }): ReleaseMade => ({
    period: of,
    quarters: quartersOf(periodByCode(of)).map(({ code }) => code),
    lattice,
    members,
    finest,
    cells: cells.filter((cell) => cell.release_id === id).map((cell) => ({ table: cell.table_code, at: placeOf(cell.place), category: cell.category, value: cell.value })),
  }));
  return { made, definitionVersions: rows.map((row) => row.definition_version) };
}

function linkedTo(period: string, released: readonly string[]): Set<string> {
  const linked = new Set([period]);
  const quarters = new Set(quartersOf(periodByCode(period)).map(({ code }) => code));
  for (let before = 0; before !== linked.size + quarters.size; ) {
    before = linked.size + quarters.size;
    for (const one of released) {
      const its = quartersOf(periodByCode(one)).map(({ code }) => code);
      if (!its.some((quarter) => quarters.has(quarter))) continue;
      linked.add(one);
      for (const quarter of its) quarters.add(quarter);
    }
  }
  return linked;
}
