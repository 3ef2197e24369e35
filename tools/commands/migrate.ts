import { migrateStores, openServer } from '@qaf/database';
import { readSettings, STORES } from '@qaf/platform';

/** Applies the migrations that are missing and prints each. */
async function migrate(): Promise<void> {
  const { databaseUrl, dataDir } = readSettings();
  const server = await openServer({ url: databaseUrl, dataDir });
  let applied = 0;
  try {
    await migrateStores(server.adminUrl, STORES, {
      onApplied: (store, migration) => {
        applied += 1;
        console.log(`${store}: ${migration}`);
      },
    });
  } finally {
    await server.stop();
  }
  if (applied === 0) console.log('Nothing to apply.');
}

migrate().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
