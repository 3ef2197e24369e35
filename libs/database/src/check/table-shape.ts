import type { Client } from 'pg';
import type { SubgraphName } from '../subgraph-name';

export interface Column {
  name: string;
  /** As PostgreSQL writes it: `text`, `uuid[]`, `timestamp with time zone`. */
  type: string;
  required: boolean;
  /** The first label, where the type is an enum. */
  label: string | null;
}

export interface Reference {
  columns: string[];
  target: string;
  targetColumns: string[];
}

export interface Table {
  name: string;
  path: string;
  /** Those that need a value: no default, no identity, not generated. */
  columns: Column[];
  references: Reference[];
  checks: Check[];
}

export interface Check {
  name: string;
  definition: string;
  columns: string[];
}

const SHAPES = `
  select c.relname as name, format('%I.%I', n.nspname, c.relname) as path,
    coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull,
        'label', (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and not a.atthasdef and a.attidentity = ''), '[]') as columns,
    coalesce((select json_agg(json_build_object(
        'columns', (select json_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality k (num, at) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num),
        'target', format('%s', f.confrelid::regclass),
        'targetColumns', (select json_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality k (num, at) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num)))
      from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "references",
    coalesce((select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid),
        'columns', (select coalesce(json_agg(a.attname), '[]') from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey))))
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
  order by c.relname`;

/** The tables of a store as far as a row for them has to know. */
export async function readTables(admin: Client, schema: SubgraphName): Promise<Table[]> {
  const { rows } = await admin.query<Table>(SHAPES, [schema]);
  return rows;
}
