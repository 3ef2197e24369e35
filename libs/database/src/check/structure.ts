import type { Client } from 'pg';
import { queueSchema, type SubgraphName } from '../subgraph-name';

const STRUCTURE = `
  with s as (select oid, nspname from pg_namespace where nspname = any($1)),
  r as (select c.oid, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl, s.nspname || '.' || c.relname as path
        from pg_class c join s on s.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S'))
  select format('relation %s %s %s %s %s', path, relkind, relrowsecurity, relforcerowsecurity,
    (select string_agg(a::text, ',' order by a::text) from unnest(relacl) a)) as line from r
  union all select format('column %s.%s %s %s %s', r.path, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
  union all select format('constraint %s %s %s', r.path, c.conname, pg_get_constraintdef(c.oid)) from r join pg_constraint c on c.conrelid = r.oid
  union all select format('index %s', pg_get_indexdef(i.indexrelid)) from r join pg_index i on i.indrelid = r.oid
  union all select format('policy %s %s %s %s %s %s', r.path, p.polname, p.polcmd, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from r join pg_policy p on p.polrelid = r.oid
  union all select format('trigger %s', pg_get_triggerdef(t.oid)) from r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
  union all select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p join s on s.oid = p.pronamespace where p.prokind in ('f', 'p')
  union all select format('type %s.%s', s.nspname, t.typname) from pg_type t join s on s.oid = t.typnamespace where t.typtype in ('e', 'd', 'r')
  order by line`;

/** Everything that a store's schemas are made of, one line each, to be compared. */
export async function structureOf(admin: Client, name: SubgraphName): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(STRUCTURE, [[name, queueSchema(name)]]);
  return rows.map(({ line }) => line);
}

/** The first lines in which two structures differ, shortened for a person. */
export function differences(before: string[], after: string[]): string[] {
  const only = (these: string[], those: string[], sign: string) => {
    const known = new Set(those);
    return these.filter((line) => !known.has(line)).map((line) => `${sign} ${line.split('\n')[0]?.slice(0, 160)}`);
  };
  return [...only(before, after, '-'), ...only(after, before, '+')].slice(0, 10);
}
