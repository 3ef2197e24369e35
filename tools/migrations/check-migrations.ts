import { checkDownAndUp, inScratchDatabase, missingMigrations, unprotectedTables, withClient, type Fill, type MigrationCheck, type StoreDefinition } from '@qaf/database';

/** All checks of the stores' migrations. `fill` puts better data in the scratch database than the check makes up. */
export function checkMigrations(adminUrl: string, stores: StoreDefinition[], fill?: Fill): Promise<MigrationCheck> {
  return inScratchDatabase(adminUrl, stores, async (url) => {
    const problems: string[] = [];
    for (const store of stores) {
      problems.push(...(await missingMigrations(url, store)).map((statement) => `${store.name}, an entity and its table differ: ${statement}`));
      problems.push(...(await withClient(url, (admin) => unprotectedTables(admin, store.name))));
    }
    const round = await checkDownAndUp(url, stores, fill);
    return { problems: [...problems, ...round.problems], notes: round.notes };
  });
}
