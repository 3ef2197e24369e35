import { loginRole, ownerRole, queueSchema, type SubgraphName } from '../subgraph-name';

interface Login {
  login: string;
  super: boolean;
  bypass: boolean;
  roles: boolean;
  databases: boolean;
  replication: boolean;
  mighty: string | null;
  owns: number;
}

// A login can also borrow might: from any role that it is a member of.
const LOGIN = `
  select r.rolname as login, r.rolsuper as super, r.rolbypassrls as bypass, r.rolcreaterole as roles, r.rolcreatedb as databases, r.rolreplication as replication,
    (select m.rolname from pg_roles m where m.oid <> r.oid and pg_has_role(r.oid, m.oid, 'member')
       and (m.rolsuper or m.rolbypassrls or m.rolcreaterole or m.rolcreatedb or m.rolreplication or m.rolname = $2
         or m.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')) order by 1 limit 1) as mighty,
    (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relowner = r.oid)
      + (select count(*)::int from pg_namespace where nspname = any($1) and nspowner = r.oid)
      + (select count(*)::int from pg_database where datname = current_database() and datdba = r.oid) as owns
  from pg_roles r where r.rolname = current_user`;

/** What a login may do that the application's must not: see past row rules, make roles, alter what it is ruled by. Each fault in words. */
export async function loginFaults(query: (sql: string, params: unknown[]) => Promise<unknown>, name: SubgraphName): Promise<string[]> {
  const [found] = (await query(LOGIN, [[name, queueSchema(name)], ownerRole(name)])) as Login[];
  if (!found) return ['is not known to the server'];
  return [
    ...(found.login === loginRole(name) ? [] : [`is not ${loginRole(name)}`]),
    ...(found.super ? ['is a superuser'] : []),
    ...(found.bypass ? ['bypasses row rules'] : []),
    ...(found.roles ? ['may create roles'] : []),
    ...(found.databases ? ['may create databases'] : []),
    ...(found.replication ? ['may replicate'] : []),
    ...(found.mighty && !found.super ? [`is a member of ${found.mighty}`] : []),
    ...(found.owns > 0 ? ['owns what it is ruled by'] : []),
  ];
}

/** The login may do more than the application's must. Every fault at once. */
export class LoginTooMighty extends Error {
  constructor(name: SubgraphName, faults: readonly string[]) {
    super(`The login of ${name} may do more than it must: it ${faults.join('; it ')}. The platform does not start on it.`);
    this.name = 'LoginTooMighty';
  }
}
