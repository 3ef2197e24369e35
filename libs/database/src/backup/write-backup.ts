import type { Client } from 'pg';
import { withClient } from '../client';
import { ownerRole, type SubgraphName } from '../subgraph-name';
import type { StoreDefinition } from '../store/store-definition';
import { writeLines } from './backup-file';
import type { Manifest, TableHead, Tail } from './backup-lines';
import { BackupRefused } from './backup-refused';
import { rulesOf } from './rules';
import { ONE_SPELLING, rowLines, Tally } from './rows';
import { secretMark } from './secret-mark';
import { sequencesOf, tablesOf } from './table-facts';

export interface BackupDone {
  tables: number;
  rows: number;
  bytes: number;
}

export interface BackupOptions {
  file: string;
  /** The platform's; only a mark of it is written. */
  secret: string;
  /** Told each table. */
  progress?: (message: string) => void;
}

/**
 * Writes every row of the stores, as of one moment, into one file. The platform may run meanwhile; an administrator who is
 * no superuser must let the tables be closed to it for that long.
 */
export async function writeBackup(adminUrl: string, stores: readonly StoreDefinition[], options: BackupOptions): Promise<BackupDone> {
  return withClient(adminUrl, async (client) => {
    await client.query(`begin isolation level repeatable read; ${ONE_SPELLING}`);
    const done: BackupDone = { tables: 0, rows: 0, bytes: 0 };
    done.bytes = await writeLines(options.file, linesOf(client, stores.map(({ name }) => name), options, done));
    // Nothing was changed that should stay.
    await client.query('rollback');
    return done;
  });
}

async function* linesOf(client: Client, names: readonly SubgraphName[], { secret, progress }: BackupOptions, done: BackupDone): AsyncGenerator<string, void> {
  const { rows } = await client.query<{ mighty: boolean; server: number }>(
    `select rolsuper as mighty, current_setting('server_version_num')::int as server from pg_roles where rolname = current_user`,
  );
  const mighty = rows[0]?.mighty === true;
  const rules = await rulesOf(client, names);
  const manifest: Manifest = { takenAt: new Date().toISOString(), server: rows[0]?.server ?? 0, migrations: {} as Manifest['migrations'], secretMark: secretMark(secret) };
  for (const name of names) {
    if (!mighty) await openToOwner(client, name);
    manifest.migrations[name] = await migrationsOf(client, name);
    if (!mighty) await client.query('reset role');
  }
  yield JSON.stringify(manifest);
  const sequences: Tail['sequences'] = {};
  for (const name of names) {
    if (!mighty) await client.query(`set local role ${ownerRole(name)}`);
    yield* tableLines(client, name, progress, done);
    // After the rows: numbers given out meanwhile are only passed over.
    Object.assign(sequences, await sequencesOf(client, name));
    if (!mighty) await client.query('reset role');
  }
  yield JSON.stringify({ sequences, rules, tables: done.tables } satisfies Tail);
}

async function* tableLines(client: Client, name: SubgraphName, progress: BackupOptions['progress'], done: BackupDone): AsyncGenerator<string, void> {
  for (const table of await tablesOf(client, name)) {
    progress?.(table.path);
    yield JSON.stringify({ table: table.path, columns: table.columns.map((column) => column.name) } satisfies TableHead);
    const tally = new Tally();
    for await (const line of rowLines(client, table)) {
      tally.add(line);
      yield line;
    }
    const end = tally.end();
    done.tables += 1;
    done.rows += end.rows;
    yield JSON.stringify(end);
  }
}

/** Row security binds the owner too; within this transaction, which is rolled back, it does not. */
async function openToOwner(client: Client, name: SubgraphName): Promise<void> {
  await client.query(`set local role ${ownerRole(name)}`).catch(() => {
    throw new BackupRefused(`The administrator cannot act for ${ownerRole(name)}; sign in as the one who made the platform's roles, or as a superuser.`);
  });
  for (const { path, forced } of await tablesOf(client, name)) if (forced) await client.query(`alter table ${path} no force row level security`);
  await client.query(`alter table ${name}.migration no force row level security`);
}

async function migrationsOf(client: Client, name: SubgraphName): Promise<string[]> {
  const { rows: there } = await client.query<{ found: boolean }>(`select to_regclass($1) is not null as found`, [`${name}.migration`]);
  if (!there[0]?.found) throw new BackupRefused('The database holds nothing of the platform: there is nothing to back up.');
  const { rows } = await client.query<{ name: string }>(`select name from ${name}.migration order by "timestamp", id`);
  return rows.map((row) => row.name);
}
