import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@qaf/database';
import { STORES } from '@qaf/platform';
import { checkMigrations } from '../migrations/check-migrations';

/** Checks the migrations of every subgraph on a database that is made for it: in DATABASE_URL's server, or one of its own. */
async function migrateCheck(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qaf-migrations-'));
  const server = await openServer({ url: process.env['DATABASE_URL'] || undefined, dataDir: folder });
  try {
    const { problems, notes } = await checkMigrations(server.adminUrl, STORES);
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

migrateCheck().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
