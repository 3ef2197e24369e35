import type { Client } from 'pg';
import { loginRole, ownerRole, queueSchema, type SubgraphName } from '../subgraph-name';

const RULES = `
  select format('policy %I.%I %s %s %s %s using %s check %s', schemaname, tablename, policyname, permissive, cmd, roles, qual, with_check) as line from pg_policies where schemaname = any($1)
  union all select format('table %I.%I security %s forced %s owner %s', n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('r', 'p')
  union all select format('grant %I.%I %s to %s', n.nspname, c.relname, g.privilege_type, g.grantee::regrole)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g
    where n.nspname = any($1) and c.relkind in ('r', 'p', 'S') and g.grantee <> c.relowner
  union all select format('grant %I.%I (%I) %s to %s', n.nspname, c.relname, a.attname, g.privilege_type, g.grantee::regrole)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) g
    where n.nspname = any($1) and not a.attisdropped
  union all select format('role %s login %s super %s bypass %s createrole %s createdb %s replication %s', rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication)
    from pg_roles where rolname = any($2)
  union all select format('trigger %I.%I %s %s', n.nspname, c.relname, t.tgname, t.tgenabled)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and not t.tgisinternal`;

/** Row rules, whether they are forced, rights, triggers and roles of the stores, one line each, in order. */
export async function rulesOf(client: Client, names: readonly SubgraphName[]): Promise<string[]> {
  const schemas = names.flatMap((name) => [name, queueSchema(name)]);
  const roles = names.flatMap((name) => [loginRole(name), ownerRole(name)]);
  const { rows } = await client.query<{ line: string }>(RULES, [schemas, roles]);
  return rows.map(({ line }) => line).sort();
}
