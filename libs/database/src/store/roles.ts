import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { loginRole, ownerRole, type SubgraphName } from '../subgraph-name';
import { passwordOf, scramVerifier } from './password';

const ATTEMPTS = 20;
// Somebody else makes or changes the same role: roles belong to the server, not to a database, so no lock of ours reaches them all.
const RACED = new Set(['42710', '23505', 'XX000', '40001']);

/** Makes the owner and the login of a store, or corrects them. Roles are shared by all databases of a server. */
export async function ensureRoles(admin: Client, name: SubgraphName, secret?: string): Promise<void> {
  await ensureRole(admin, ownerRole(name), 'nologin');
  await ensureRole(admin, loginRole(name), 'login');
  await refuseMighty(admin, name);
  for (const statement of loginSettings(name, secret)) await whenRaced(() => admin.query(statement));
}

async function ensureRole(admin: Client, role: string, kind: 'login' | 'nologin'): Promise<void> {
  await whenRaced(async () => {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${role} ${kind}`);
  });
}

/** A role that was made mighty by hand would see every row in silence. */
async function refuseMighty(admin: Client, name: SubgraphName): Promise<void> {
  const roles = [loginRole(name), ownerRole(name)];
  const mighty = 'rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication';
  const { rows } = await admin.query<{ rolname: string }>(`select rolname from pg_roles where rolname = any($1) and (${mighty})`, [roles]);
  if (rows[0]) throw new Error(`The role ${rows[0].rolname} may do more than it must; take its attributes away (nosuperuser nobypassrls nocreaterole nocreatedb noreplication).`);
}

function loginSettings(name: SubgraphName, secret?: string): string[] {
  const role = loginRole(name);
  return [
    ...(secret === undefined ? [] : [`alter role ${role} password '${scramVerifier(passwordOf(secret, role))}'`]),
    `alter role ${role} set search_path = ${name}`,
    `alter role ${role} set statement_timeout = '15s'`,
    `alter role ${role} set idle_in_transaction_session_timeout = '30s'`,
    `alter role ${role} set lock_timeout = '5s'`,
    // Row rules make long conditions look dear: compiling them took two seconds of a query of fifty milliseconds.
    `alter role ${role} set jit = off`,
  ];
}

async function whenRaced(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !RACED.has((error as { code?: string }).code ?? '')) throw error;
      await sleep(5 * attempt);
    }
  }
}
