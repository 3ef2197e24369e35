import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ownerRole, type SubgraphName } from '../subgraph-name';
import { SnakeNaming } from './naming';
import { silentLogger } from './silent-logger';
import type { StoreDefinition } from './store-definition';

const TABLE = 'migration';

/** Applies what is missing, as the owner of the schema, each migration in a transaction. Answers the names it applied. */
export async function applyMigrations(admin: Client, url: string, store: StoreDefinition): Promise<string[]> {
  await ensureMigrationTable(admin, store.name);
  const known = store.migrations.map(migrationName);
  const applied = await appliedMigrations(admin, store.name);
  const foreign = [...applied].filter((name) => !known.includes(name));
  if (foreign.length > 0) throw new Error(`The ${store.name} database is newer than this programme: it holds ${foreign.join(', ')}.`);
  if (known.every((name) => applied.has(name))) return [];
  try {
    return await withOwner(url, store, async (source) => (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name));
  } catch (error) {
    const done = await appliedMigrations(admin, store.name);
    const failed = known.sort(byTimestamp).find((name) => !done.has(name));
    throw new Error(`The migration ${failed} of ${store.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function appliedMigrations(admin: Client, schema: SubgraphName): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(`select name from ${schema}.${TABLE}`);
  return new Set(rows.map((row) => row.name));
}

/** Migrations are named with the time at which they were written, and run in that order. */
export function byTimestamp(one: string, other: string): number {
  return Number(one.slice(-13)) - Number(other.slice(-13));
}

/** Does work as the owner of a store's schema. */
export async function withOwner<T>(url: string, store: StoreDefinition, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: store.name,
    entities: store.entities,
    migrations: store.migrations,
    migrationsTableName: TABLE,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    logger: silentLogger,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: 1,
    extra: { options: `-c role=${ownerRole(store.name)} -c search_path=${store.name}`, application_name: 'migrations' },
  });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** The name TypeORM knows a migration by. */
export function migrationName(migration: Function): string {
  const { name } = Reflect.construct(migration, []) as { name?: string };
  return name ?? migration.name;
}

/** Made before TypeORM would, so that row security is forced on this table as on every other. */
async function ensureMigrationTable(admin: Client, schema: SubgraphName): Promise<void> {
  const { rowCount } = await admin.query('select from pg_tables where schemaname = $1 and tablename = $2', [schema, TABLE]);
  if (rowCount !== 0) return;
  const owner = ownerRole(schema);
  await admin.query(`
    set role ${owner};
    create table ${schema}.${TABLE} (id serial primary key, "timestamp" bigint not null, name varchar not null);
    alter table ${schema}.${TABLE} enable row level security, force row level security;
    create policy ${TABLE}_owner on ${schema}.${TABLE} to ${owner} using (true) with check (true);
    reset role`);
}
