import { escapeIdentifier, type Client } from 'pg';
import { isUnfinished } from '../backup/unfinished';
import { urlFor, withClient } from '../client';
import { loginRole, type SubgraphName } from '../subgraph-name';
import { closeDatabase, ensureSchemas } from './database-rights';
import { applyMigrations } from './migrate';
import { passwordOf } from './password';
import { ensureRoles } from './roles';
import type { StoreDefinition } from './store-definition';

/** Held while stores are prepared, so that two processes that start at once do it one after the other. */
const PREPARING = 718_002;

export interface PrepareOptions {
  /** The logins' passwords follow from it. Without one they stay as they are, and a new login cannot sign in yet. */
  secret?: string;
  /** Another database of the server than the one in the address; made if it is missing. */
  database?: string;
  /** Told each migration that was applied. */
  onApplied?: (store: SubgraphName, migration: string) => void;
  /** The restore of a backup itself; all others refuse a database that one left unfinished. */
  restoring?: boolean;
}

/**
 * Creates schema, owner role and login for each store if missing, and runs its migrations as the owner.
 * Answers the login's address for each store. Safe to run twice, and by two processes at once.
 */
export async function prepareStores(adminUrl: string, stores: StoreDefinition[], options: PrepareOptions & { secret: string }): Promise<Record<SubgraphName, string>> {
  const { secret, database } = options;
  await migrateStores(adminUrl, stores, options);
  return storeUrls(database ? urlFor(adminUrl, { database }) : adminUrl, stores, secret);
}

/** The same for a command that signs in as nobody: it need not know the secret. */
export async function migrateStores(adminUrl: string, stores: StoreDefinition[], options: PrepareOptions = {}): Promise<void> {
  const { secret, database } = options;
  const url = database ? urlFor(adminUrl, { database }) : adminUrl;
  if (database) await withClient(adminUrl, (admin) => ensureDatabase(admin, database));
  await withClient(url, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [PREPARING]);
    if (!options.restoring && (await isUnfinished(admin))) throw new Error('A restore into this database broke off. Restore again, or name another database.');
    for (const store of stores) await ensureRoles(admin, store.name, secret);
    await closeDatabase(admin, stores.map((store) => store.name));
    for (const store of stores) {
      await ensureSchemas(admin, store.name);
      for (const name of await applyMigrations(admin, url, store)) options.onApplied?.(store.name, name);
    }
  });
}

/** The addresses of the logins, without touching the server. */
export function storeUrls(url: string, stores: StoreDefinition[], secret: string): Record<SubgraphName, string> {
  const entries = stores.map(({ name }) => [name, urlFor(url, { user: loginRole(name), password: passwordOf(secret, loginRole(name)) })]);
  return Object.fromEntries(entries) as Record<SubgraphName, string>;
}

async function ensureDatabase(admin: Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return;
  await admin.query(`create database ${escapeIdentifier(database)}`).catch((error: { code?: string }) => {
    // Another process made it a moment ago.
    if (!['42P04', '23505'].includes(error.code ?? '')) throw error;
  });
}
