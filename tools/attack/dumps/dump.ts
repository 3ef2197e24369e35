import type { Client } from 'pg';

/** One row as it lies in the database: its place, the transaction that wrote it, and every column as text. */
export interface DumpedRow {
  table: string;
  columns: Record<string, string | null>;
}

/** Everything that an administrator can copy out of a database at one moment. */
export type Dump = ReadonlyMap<string, readonly DumpedRow[]>;

const TABLES = `select format('%I.%I', n.nspname, c.relname) as path from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%' order by 1`;

/** A full dump of all schemas: each table in the order of the disk, with ctid, xmin, xmax and every column. */
export async function fullDump(admin: Client): Promise<Dump> {
  const { rows: tables } = await admin.query<{ path: string }>(TABLES);
  const dump = new Map<string, DumpedRow[]>();
  for (const { path } of tables) {
    const { rows } = await admin.query<{ place: string; born: string; ended: string; row: Record<string, unknown> }>(
      `select t.ctid::text as place, t.xmin::text as born, t.xmax::text as ended, to_jsonb(t) as row from only ${path} t`,
    );
    dump.set(path, rows.map(({ place, born, ended, row }) => ({ table: path, columns: { ctid: place, xmin: born, xmax: ended, ...texts(row) } })));
  }
  return dump;
}

function texts(row: Record<string, unknown>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)]));
}
