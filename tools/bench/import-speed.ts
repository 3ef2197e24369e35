import { join } from 'node:path';
import { parseSsda903 } from '@qaf/casework';
import { urlFor, withClient } from '@qaf/database';
import { importInto, type OpenGraph, openGraph } from '@qaf/platform';
import type { Client } from 'pg';
import { pino } from 'pino';
import type { Ground } from './contestants';
import { cpuOf, spent, treeOf } from './cpu';
import { postmasterOf } from './ground';
import { returnFiles } from './return-files';

export interface ImportSpeed {
  /** Rows of the files. */
  rows: number;
  importSeconds: number;
  /** Processor time of the import: this process and the database. */
  importCpuSeconds: number;
  /** COPY of what the import wrote, into the same tables with their indexes, checks and history. */
  copySeconds: number;
  copyCpuSeconds: number;
}

const DATABASE = 'import_speed';
const TABLES = ['child', 'episode', 'case_meeting', 'visit', 'child_allocation'];
const NOW = new Date('2018-06-01T12:00:00Z');

/** Loads 100,000 rows of a return into an empty database, then the same rows again by COPY. */
export async function importSpeed(ground: Ground): Promise<ImportSpeed> {
  const url = urlFor(ground.adminUrl, { database: DATABASE });
  await recreated(ground.adminUrl);
  const database = postmasterOf(ground.dataDir);
  const open = (): Promise<OpenGraph> => openGraph({ databaseUrl: url, dataDir: ground.dataDir, secret: ground.secret, logger: pino({ level: 'silent' }), quiet: true });
  const folder = join(ground.dataDir, 'postgres');
  try {
    const parsed = await parseSsda903(returnFiles());
    const graph = await open();
    const imported = await timed([process.pid, ...treeOf(database)], database, () => importInto(graph, parsed, { fileHash: '0'.repeat(64), now: NOW })).finally(() => graph.close());
    await withClient(url, (client) => copies(client, folder, 'to'));
    await recreated(ground.adminUrl);
    await (await open()).close();
    const copied = await withClient(url, (client) => timed(treeOf(database), database, () => copies(client, folder, 'from')));
    return { rows: 100_000, importSeconds: imported.seconds, importCpuSeconds: imported.cpu, copySeconds: copied.seconds, copyCpuSeconds: copied.cpu };
  } finally {
    await withClient(ground.adminUrl, (client) => client.query(`drop database ${DATABASE} with (force)`));
  }
}

/** In one transaction. The server reads and writes the files itself, so that nothing of ours is on the way. */
async function copies(client: Client, folder: string, direction: 'to' | 'from'): Promise<void> {
  await client.query('begin');
  for (const table of TABLES) await client.query(`copy casework.${table} ${direction} '${join(folder, `copy-${table}`)}'`);
  await client.query('commit');
}

async function recreated(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${DATABASE} with (force)`);
    await client.query(`create database ${DATABASE}`);
  });
}

async function timed(pids: number[], database: number, work: () => Promise<unknown>): Promise<{ seconds: number; cpu: number }> {
  const before = cpuOf(pids);
  const since = performance.now();
  await work();
  const seconds = (performance.now() - since) / 1_000;
  return { seconds, cpu: spent(before, cpuOf([...new Set([...pids, ...treeOf(database)])])) / 1e6 };
}
