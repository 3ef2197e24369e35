import { createHash, randomBytes } from 'node:crypto';
import { prepareStores, storeUrls, type StoreDefinition, type SubgraphName } from '@qaf/database';
import { Client } from 'pg';
import { adminUrl, runPrefix, TEST_SECRET } from './test-run';

/** A fresh, migrated database of one test file. */
export interface TestDatabase {
  /** The application login's address for each store. */
  urls: Record<SubgraphName, string>;
  /** Sees every row: for what a test prepares or checks behind the application's back. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** Makes a database with these stores, as a copy of one that is migrated once in the whole run. */
export async function testDatabase(stores: StoreDefinition[]): Promise<TestDatabase> {
  const template = templateName(stores);
  const database = `${runPrefix()}${randomBytes(6).toString('hex')}`;
  await asAdmin(async (admin) => {
    // Held for the making and for the copy: a template cannot be copied while somebody is in it.
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]);
    await ensureTemplate(admin, template, stores);
    await admin.query(`create database ${database} template ${template}`);
  });
  const url = addressOf(database);
  // Again, because a copy does not inherit who may connect.
  await prepareStores(url, stores, { secret: TEST_SECRET });
  return {
    urls: storeUrls(url, stores, TEST_SECRET),
    adminUrl: url,
    drop: () => asAdmin(async (admin) => void (await admin.query(`drop database if exists ${database} with (force)`))),
  };
}

async function ensureTemplate(admin: Client, template: string, stores: StoreDefinition[]): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount !== 0) return;
  const draft = `${template}_draft`;
  // A worker that was killed may have left half of one.
  await admin.query(`drop database if exists ${draft} with (force)`);
  await prepareStores(adminUrl(), stores, { secret: TEST_SECRET, database: draft });
  await admin.query(`alter database ${draft} rename to ${template}`);
}

/** The same stores with the same migrations share a template. */
function templateName(stores: StoreDefinition[]): string {
  const hash = createHash('sha256');
  for (const store of stores) hash.update(`${store.name}:${store.migrations.map(String).join('\n')}`);
  return `${runPrefix()}template_${hash.digest('hex').slice(0, 12)}`;
}

function addressOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

async function asAdmin(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
