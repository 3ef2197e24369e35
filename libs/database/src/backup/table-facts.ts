import type { Client } from 'pg';
import { queueSchema, type SubgraphName } from '../subgraph-name';

export interface Column {
  name: string;
  /** As PostgreSQL writes it, such as `timestamp with time zone`. */
  type: string;
}

/** A table that holds rows; a partitioned one is represented by its partitions. */
export interface TableFacts {
  /** `schema."table"`, ready to stand in SQL. */
  path: string;
  forced: boolean;
  /** Without those that PostgreSQL works out itself. */
  columns: Column[];
  /** The columns that the rows are put in order by: the primary key, or all. */
  key: Column[];
}

const TABLES = `
  with t as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as path, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind = 'r' and not (n.nspname = $2 and c.relname = 'migration'))
  select t.path, t.forced,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
     from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = t.oid and i.indisprimary) as key,
    (select coalesce(json_agg(distinct format('%I.%I', n.nspname, r.relname)), '[]')
     from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace n on n.oid = r.relnamespace
     where f.conrelid = t.oid and f.contype = 'f' and f.confrelid <> t.oid) as "pointsTo"
  from t order by t.path collate "C"`;

type Found = Pick<TableFacts, 'path' | 'forced' | 'columns'> & { key: string[] | null; pointsTo: string[] };

/** The tables of a store and its queue, each after those that it points to. */
export async function tablesOf(client: Client, name: SubgraphName): Promise<TableFacts[]> {
  const { rows } = await client.query<Found>(TABLES, [[name, queueSchema(name)], name]);
  return inOrder(rows).map(({ path, forced, columns, key }) => ({ path, forced, columns, key: columns.filter((column) => key === null || key.includes(column.name)) }));
}

function inOrder(tables: Found[]): Found[] {
  const placed: Found[] = [];
  const names = new Set(tables.map(({ path }) => path));
  while (placed.length < tables.length) {
    const known = new Set(placed.map(({ path }) => path));
    const next = tables.filter(({ path, pointsTo }) => !known.has(path) && pointsTo.every((other) => known.has(other) || !names.has(other)));
    if (next.length === 0) throw new Error('Tables point to each other in a circle; they cannot be put in order.');
    placed.push(...next);
  }
  return placed;
}

/** Where each sequence of a store and its queue stands. */
export async function sequencesOf(client: Client, name: SubgraphName): Promise<Record<string, [string, boolean]>> {
  const { rows } = await client.query<{ path: string }>(
    `select format('%I.%I', n.nspname, c.relname) as path from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'S' and not (n.nspname = $2 and c.relname = 'migration_id_seq') order by 1`,
    [[name, queueSchema(name)], name],
  );
  const standings: Record<string, [string, boolean]> = {};
  for (const { path } of rows) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${path}`);
    if (found[0]) standings[path] = [found[0].last, found[0].called];
  }
  return standings;
}
