import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer, type Fill } from '@qaf/database';
import { loadDemonstration, openGraph, STORES } from '@qaf/platform';
import { pino } from 'pino';
import { checkMigrations } from '../migrations/check-migrations';

/** Checks the migrations of every subgraph on a database that is made for it: on a server of its own, or on TEST_DATABASE_URL's. */
async function migrateCheck(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qaf-migrations-'));
  const server = await openServer({ url: process.env['TEST_DATABASE_URL'] || undefined, dataDir: folder });
  try {
    const { problems, notes } = await checkMigrations(server.adminUrl, STORES, demonstration(folder));
    for (const note of notes) console.log(`note: ${note}`);
    for (const problem of problems) console.error(problem);
    const count = STORES.reduce((sum, store) => sum + store.migrations.length, 0);
    console.log(problems.length === 0 ? `${count} migrations go down and up, none is missing, every table is protected.` : `${problems.length} problems.`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tenth of the made-up authority, with what its events set off. */
function demonstration(dataDir: string): Fill {
  return async (databaseUrl) => {
    const graph = await openGraph({ databaseUrl, dataDir, secret: randomBytes(32).toString('hex'), logger: pino({ level: 'silent' }) });
    try {
      await loadDemonstration(graph, { scale: 0.1, asOf: '2018-03-31' });
      await graph.settled(60_000);
    } finally {
      await graph.close();
    }
  };
}

migrateCheck().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
