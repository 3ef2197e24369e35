import type { Client } from 'pg';
import { loginRole, type SubgraphName } from '../subgraph-name';

interface Table {
  name: string;
  kind: 'table' | 'materialised view';
  forced: boolean;
  versioned: boolean;
  kept: boolean;
  owned: boolean;
}

// A materialised view has no row security at all.
const TABLES = `
  select c.relname as name,
    case c.relkind when 'm' then 'materialised view' else 'table' end as kind,
    c.relrowsecurity and c.relforcerowsecurity as forced,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'version' and not a.attisdropped)
      -- What is only ever added to needs no history.
      and (has_table_privilege($2, c.oid, 'update') or not has_table_privilege($2, c.oid, 'insert')) as versioned,
    to_regclass(format('%I.%I', n.nspname, c.relname || '_history')) is not null as kept,
    pg_get_userbyid(c.relowner) = $2 as owned
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p', 'm')
  order by c.relname`;

/** What is wrong with the tables of a store: row security not forced, a versioned table without history, one that the login owns. */
export async function unprotectedTables(admin: Client, name: SubgraphName): Promise<string[]> {
  const { rows } = await admin.query<Table>(TABLES, [name, loginRole(name)]);
  return rows.flatMap((table) => faults(`${name}.${table.name}`, table));
}

function faults(path: string, table: Table): string[] {
  const isHistory = table.name.endsWith('_history');
  return [
    ...(table.kind === 'table' ? [] : [`${path} is a ${table.kind}, which row security cannot protect`]),
    ...(table.forced || table.kind !== 'table' ? [] : [`${path} does not force row security`]),
    ...(table.versioned && !table.kept && !isHistory ? [`${path} has a version and no history`] : []),
    ...(table.owned ? [`${path} belongs to the role that the application signs in as`] : []),
  ];
}
