import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlFor, withClient } from '../client';
import { openEmbedded } from '../server/embedded';
import { connect } from './connect';
import { prepareStores } from './prepare-stores';
import { CASEWORK, NORTH } from './stores.fixtures';

jest.setTimeout(60_000);

test('an administrator who may only make roles and owns the database can prepare it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qaf-plain-'));
  // A server of its own: roles that a superuser made before would hide what is missing.
  const server = await openEmbedded({ dataDir, settings: { fsync: 'off' } });
  await withClient(server.adminUrl, async (admin) => {
    await admin.query(`create role keeper login createrole password 'kept'`);
    await admin.query('create database council owner keeper');
  });
  const url = urlFor(server.adminUrl, { user: 'keeper', password: 'kept', database: 'council' });
  const prepare = () => prepareStores(url, [CASEWORK], { secret: 'only-for-tests' });
  await prepare();
  const source = await connect(CASEWORK, (await prepare()).casework, { poolSize: 1 });
  await source.transaction(async (manager) => {
    await manager.query(`select set_config('qaf.teams', $1, true)`, [`{${NORTH}}`]);
    await manager.query(`insert into note (team_id, words) values ($1, 'kept')`, [NORTH]);
    expect(await manager.query('select words from note')).toEqual([{ words: 'kept' }]);
  });
  // Nor does it see what the application keeps.
  expect(await withClient(url, async (admin) => (await admin.query('select * from casework.note')).rows as unknown[])).toEqual([]);
  await source.destroy();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
