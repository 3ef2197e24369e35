import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseServer, openServer, prepareStores } from '@qaf/database';
import { loadDemonstration, openGraph, sharedSecret, STORES } from '@qaf/platform';
import { pino } from 'pino';
import type { Ground } from './contestants';

/** The day with which every measured authority ends, so that the same data are measured each time. */
const AS_OF = '2026-11-20';

/** A database with the demonstration at a scale: loaded once into its folder, opened again afterwards. */
export async function openGround(root: string, folder: string, scale: number, progress: (message: string) => void): Promise<Ground & { server: DatabaseServer; close(): Promise<void> }> {
  const dataDir = join(folder, `scale-${scale}`);
  mkdirSync(dataDir, { recursive: true });
  await loaded(dataDir, scale, progress);
  const secret = await sharedSecret(dataDir);
  const server = await openServer({ dataDir });
  const logins = await prepareStores(server.adminUrl, STORES, { secret });
  return { root, dataDir, secret, adminUrl: server.adminUrl, logins, server, close: () => server.stop() };
}

async function loaded(dataDir: string, scale: number, progress: (message: string) => void): Promise<void> {
  const graph = await openGraph({ databaseUrl: undefined, dataDir, secret: undefined, logger: pino({ level: 'silent' }), quiet: true });
  try {
    const rows = await loadDemonstration(graph, { scale, asOf: AS_OF, onlyIfEmpty: true, progress });
    if (rows > 0) progress(`${rows} rows at scale ${scale}.`);
  } finally {
    await graph.close();
  }
}

/** The process id of the database server of a folder. */
export function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'postgres/data/postmaster.pid');
  if (!existsSync(file)) throw new Error('The database server of the measurement cannot be found.');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
