import type { LoaderDefinition, Unit } from '@qaf/database';
import type { Coarser, Lattice, LatticeTable } from '@qaf/statistics';
import { linesOf, tableBy, type TableLine } from '@qaf/statistics';
import type { PublishedStatistic } from '../published-statistic';
import { placeOf } from '../store/place';
import { tableNotReleased } from './table-not-released';

/** One table of one release, as its readers may see it. */
export interface ReleasedTable {
  releaseId: string;
  statistic: string;
  definitionVersion: number;
  period: string;
  /** Counts the releases of a period from 1; the latest is answered. */
  version: number;
  /** The day on which the facts were counted. */
  asOf: string;
  releasedAt: Date;
  title: string;
  definition: string;
  toolVersions: string[];
  lattice: Lattice;
  table: LatticeTable;
  lines: TableLine[];
  /** Where this table hides most of its cells: the tables that answer instead. */
  coarser: Coarser | null;
}

export interface ReleaseAsked {
  /** The level of each dimension to cut by, such as `{ organisation: 'team' }`. */
  by: Readonly<Record<string, string>>;
  /** Only lines with these members, by dimension. */
  where?: Readonly<Record<string, string>>;
  /** Period codes; all released ones when left out. */
  periods?: readonly string[];
}

/**
 * The latest release of each period, oldest period first, one table of it. What was never released is left out. A cut that
 * the lattice does not have is refused, saying what can be asked. Asked often in one fetch, it is read once.
 */
export async function readRelease(unit: Unit, statistic: PublishedStatistic, { by, where = {}, periods }: ReleaseAsked): Promise<ReleasedTable[]> {
  const table = tableBy(statistic, by);
  if (!table) throw tableNotReleased(statistic);
  const released = await unit.load(releasedTables, `${statistic.code} ${table.code}`);
  return released
    .filter(({ period }) => !periods || periods.includes(period))
    .map((one) => ({ ...one, lines: one.lines.filter(({ at }) => Object.entries(where).every(([dimension, member]) => at[dimension] === member)) }));
}

interface ReleasedRow {
  id: string;
  statistic: string;
  table_code: string;
  definition_version: number;
  period: string;
  version: number;
  as_of: string;
  released_at: Date;
  lattice: Lattice;
  provenance: { title: string; definition: string; toolVersions: string[] };
  coarser: Coarser[];
  cells: { p: string; c: string; v: number | null }[];
}

/** By `statistic table`. */
const releasedTables: LoaderDefinition<string, ReleasedTable[]> = {
  name: 'releasedTables',
  batch: async (unit, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const rows = await unit.query<ReleasedRow>(
      `select r.id, r.statistic, asked.table_code, r.definition_version, r.period, r.version, r.as_of, r.released_at, r.lattice, r.provenance, r.coarser, c.cells
       from unnest($1::text[], $2::text[]) as asked (statistic, table_code)
       join (select distinct on (statistic, period) * from release where statistic = any($1::text[]) order by statistic, period, version desc) r using (statistic)
       join lateral (select jsonb_agg(jsonb_build_object('p', place, 'c', category, 'v', value) order by place, category) as cells
         from release_cell where release_id = r.id and table_code = asked.table_code) c on c.cells is not null
       order by r.period`,
      [asked.map(([statistic]) => statistic), asked.map(([, table]) => table)],
    );
    return keys.map((key) => rows.filter((row) => `${row.statistic} ${row.table_code}` === key).flatMap(tableOf));
  },
};

function tableOf(row: ReleasedRow): ReleasedTable[] {
  const table = row.lattice.tables.find(({ code }) => code === row.table_code);
  if (!table) return [];
  const lines = linesOf(row.cells.map(({ p, c, v }) => ({ at: placeOf(p), category: c, value: v })));
  const coarser = row.coarser.find((one) => one.table === table.code) ?? null;
  const { id, statistic, definition_version, period, version, as_of, released_at, lattice, provenance } = row;
  return [{ releaseId: id, statistic, definitionVersion: definition_version, period, version, asOf: as_of, releasedAt: released_at, ...provenance, lattice, table, lines, coarser }];
}
