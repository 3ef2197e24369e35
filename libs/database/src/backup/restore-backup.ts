import type { Client } from 'pg';
import { withClient } from '../client';
import { migrateStores } from '../store/prepare-stores';
import { byTimestamp, migrationName } from '../store/migrate';
import type { StoreDefinition } from '../store/store-definition';
import { ownerRole, queueSchema } from '../subgraph-name';
import { checkFile, readLines } from './backup-file';
import type { Manifest } from './backup-lines';
import { BackupRefused } from './backup-refused';
import { loadLines } from './load-lines';
import { secretMark } from './secret-mark';
import { isUnfinished, markUnfinished } from './unfinished';

export interface RestoreOptions {
  file: string;
  secret: string;
  progress?: (message: string) => void;
}

export interface RestoreDone {
  takenAt: string;
  tables: number;
  rows: number;
}

/**
 * Restores a backup into a database that holds nothing of the platform yet, and compares every table, row rule, right and
 * role with what the file says before it counts. A file that is not whole, or of a newer version, is refused before
 * anything is written; a restore that breaks off leaves a database on which the platform does not start.
 */
export async function restoreBackup(adminUrl: string, stores: readonly StoreDefinition[], options: RestoreOptions): Promise<RestoreDone> {
  await checkFile(options.file);
  const manifest = await manifestOf(options.file);
  if (manifest.secretMark !== secretMark(options.secret)) {
    throw new BackupRefused('The backup was taken under another platform secret. Set QAF_SUBGRAPH_SECRET to that one: seals, links and sealed answers hang on it.');
  }
  const asThen = storesAsThen(stores, manifest);
  await withClient(adminUrl, (client) => begin(client, stores));
  await migrateStores(adminUrl, asThen, { restoring: true });
  const done = await withClient(adminUrl, (client) => loadLines(client, stores.map(({ name }) => name), readLines(options.file), options.progress));
  // A backup of an older version goes the way that the database itself would have gone.
  await migrateStores(adminUrl, [...stores]);
  return { takenAt: manifest.takenAt, ...done };
}

async function manifestOf(file: string): Promise<Manifest> {
  for await (const line of readLines(file)) return JSON.parse(line) as Manifest;
  throw new BackupRefused('The backup is empty.');
}

/** The stores with the migrations that had run when the backup was taken. */
function storesAsThen(stores: readonly StoreDefinition[], { migrations }: Manifest): StoreDefinition[] {
  return stores.map((store) => {
    const held = migrations[store.name] ?? [];
    const known = store.migrations.map(migrationName).sort(byTimestamp);
    const foreign = held.filter((name) => !known.includes(name));
    if (foreign.length > 0) throw new BackupRefused(`The backup is newer than this version: its ${store.name} holds ${foreign.join(', ')}.`);
    return { ...store, migrations: store.migrations.filter((migration) => held.includes(migrationName(migration))) };
  });
}

/** Only a database with nothing of ours is written to, or one that an earlier restore left unfinished, which is emptied first. */
async function begin(client: Client, stores: readonly StoreDefinition[]): Promise<void> {
  const schemas = stores.flatMap(({ name }) => [name, queueSchema(name)]);
  const { rowCount } = await client.query('select from pg_namespace where nspname = any($1)', [schemas]);
  if (await isUnfinished(client)) {
    for (const { name } of stores) await dropSchemas(client, name);
    return;
  }
  if (rowCount !== 0) throw new BackupRefused('The database holds the platform already; a backup is restored into an empty one.');
  await markUnfinished(client);
}

async function dropSchemas(client: Client, name: StoreDefinition['name']): Promise<void> {
  for (const schema of [name, queueSchema(name)]) {
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
    if (rowCount === 0) continue;
    await client.query(`set role ${ownerRole(name)}`);
    await client.query(`drop schema ${schema} cascade`);
    await client.query('reset role');
  }
}
