import { checkDownAndUp, inScratchDatabase, missingMigrations, unprotectedTables, withClient } from '@qaf/database';
import { Casework } from '../casework.fixtures';
import { CASEWORK } from '../subgraph';

describe('the migrations of casework', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  it('leave none missing, protect every table, and go down and up with rows in them', async () => {
    await inScratchDatabase(casework.database.adminUrl, [CASEWORK.store], async (url) => {
      expect(await missingMigrations(url, CASEWORK.store)).toEqual([]);
      expect(await withClient(url, (admin) => unprotectedTables(admin, 'casework'))).toEqual([]);
      const { problems, notes } = await checkDownAndUp(url, [CASEWORK.store]);
      expect({ problems, notes }).toEqual({ problems: [], notes: [] });
    });
  }, 60_000);
});
