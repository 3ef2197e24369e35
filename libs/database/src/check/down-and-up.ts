import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { urlFor, withClient } from '../client';
import { byTimestamp, withOwner } from '../store/migrate';
import { migrateStores } from '../store/prepare-stores';
import type { StoreDefinition } from '../store/store-definition';
import { fillTables } from './fill-tables';
import { differences, structureOf } from './structure';

export interface MigrationCheck {
  problems: string[];
  /** Tables that went down and up without a row in them, and why. */
  notes: string[];
}

/** Puts data in a migrated database: more than the rows that the check invents by itself. */
export type Fill = (adminUrl: string) => Promise<void>;

/** Works in a migrated database that is made for it and dropped afterwards. */
export async function inScratchDatabase<T>(adminUrl: string, stores: StoreDefinition[], work: (url: string) => Promise<T>): Promise<T> {
  const database = `qaf_check_${randomBytes(6).toString('hex')}`;
  try {
    await migrateStores(adminUrl, stores, { database });
    return await work(urlFor(adminUrl, { database }));
  } finally {
    await withClient(adminUrl, (admin) => admin.query(`drop database if exists ${database} with (force)`));
  }
}

/**
 * Takes every migration of every store down, up and down again with rows in the tables, then all up.
 * What a `down` leaves behind, and what is not the same after coming up again, is a problem.
 */
export async function checkDownAndUp(scratchUrl: string, stores: StoreDefinition[], fill?: Fill): Promise<MigrationCheck> {
  if (fill) await fill(scratchUrl);
  return withClient(scratchUrl, async (admin) => {
    const problems: string[] = [];
    const notes: string[] = [];
    for (const store of stores) notes.push(...(await fillTables(admin, store.name)));
    for (const store of stores) problems.push(...(await withOwner(scratchUrl, store, (source) => downAndUp(admin, source, store))));
    return { problems, notes };
  });
}

async function downAndUp(admin: Client, source: DataSource, store: StoreDefinition): Promise<string[]> {
  const problems: string[] = [];
  const whole = await structureOf(admin, store.name);
  for (let left = store.migrations.length; left > 0; left -= 1) {
    const before = await structureOf(admin, store.name);
    const name = await newest(admin, store);
    try {
      await source.undoLastMigration({ transaction: 'each' });
      const below = await structureOf(admin, store.name);
      await upOne(source, store.migrations.length - left);
      problems.push(...differences(before, await structureOf(admin, store.name)).map((line) => `${store.name} ${name}, down and up again: ${line}`));
      await source.undoLastMigration({ transaction: 'each' });
      problems.push(...differences(below, await structureOf(admin, store.name)).map((line) => `${store.name} ${name}, down twice: ${line}`));
    } catch (error) {
      return [...problems, `${store.name} ${name}: ${wordsOf(error as Error)}`];
    }
  }
  problems.push(...leftovers(await structureOf(admin, store.name), store));
  await source.runMigrations({ transaction: 'each' });
  return [...problems, ...differences(whole, await structureOf(admin, store.name)).map((line) => `${store.name}, all down and up again: ${line}`)];
}

/** With what hangs on the thing, where the server tells. The rows are made up, so nothing in it is anybody's. */
function wordsOf(error: Error & { detail?: string }): string {
  return [error.message, error.detail].filter(Boolean).join(': ');
}

async function newest(admin: Client, store: StoreDefinition): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(`select name from ${store.name}.migration order by "timestamp" desc, id desc limit 1`);
  return rows[0]?.name ?? '';
}

/** TypeORM goes up with all it has; here only one may go. `above` of them stay down. */
async function upOne(source: DataSource, above: number): Promise<void> {
  const all = source.migrations;
  const sorted = [...all].sort((one, other) => byTimestamp(nameOf(one), nameOf(other)));
  Object.assign(source, { migrations: above === 0 ? sorted : sorted.slice(0, -above) });
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    Object.assign(source, { migrations: all });
  }
}

function nameOf(migration: { name?: string; constructor: Function }): string {
  return migration.name ?? migration.constructor.name;
}

function leftovers(structure: string[], store: StoreDefinition): string[] {
  const ours = new RegExp(`^(relation|column|constraint|index|policy) .*\\b${store.name}\\.migration(_|\\b)|^function CREATE OR REPLACE FUNCTION ${store.name}\\.viewer_`);
  return structure.filter((line) => !ours.test(line)).map((line) => `${store.name}, left behind with all migrations down: ${line.split('\n')[0]?.slice(0, 160)}`);
}
