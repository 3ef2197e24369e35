import { testDatabase, type TestDatabase } from '@qaf/testing';
import type { DataSource } from 'typeorm';
import { connect } from './connect';
import { CASEWORK, NORTH, SOUTH } from './stores.fixtures';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase([CASEWORK]);
  source = await connect(CASEWORK, database.urls.casework, { poolSize: 1 });
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const ASK = `select viewer_person() as person, viewer_worker() as worker, viewer_teams() as teams, viewer_own_teams() as own,
  viewer_services() as services, viewer_workers() as workers, viewer_agencies() as agencies, viewer_holds('iro', 'director') as holds`;
const NOBODY = { person: null, worker: null, teams: '{}', own: '{}', services: '{}', workers: '{}', agencies: '{}', holds: false };

async function as<T>(settings: Record<string, string>, sql: string): Promise<T[]> {
  return source.transaction(async (manager) => {
    for (const [name, value] of Object.entries(settings)) await manager.query('select set_config($1, $2, true)', [`qaf.${name}`, value]);
    return (await manager.query(sql)) as T[];
  });
}

const plain = (rows: object[]) => rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? `{${value.join(',')}}` : (value as unknown)])));

test('a fresh connection is nobody, and so is one that somebody used before', async () => {
  expect(plain(await source.query(ASK))).toEqual([NOBODY]);
  await as({ person: NORTH, worker: '', teams: `{${NORTH}}`, roles: '{director}' }, ASK);
  expect(plain(await source.query(ASK))).toEqual([NOBODY]);
});

test('a viewer is who the transaction says', async () => {
  const settings = { person: NORTH, worker: SOUTH, teams: `{${NORTH},${SOUTH}}`, own_teams: `{${NORTH}}`, services: '{}', workers: `{${SOUTH}}`, agencies: '', roles: '{practitioner,iro}' };
  expect(plain(await as(settings, ASK))).toEqual([
    { ...NOBODY, person: NORTH, worker: SOUTH, teams: `{${NORTH},${SOUTH}}`, own: `{${NORTH}}`, workers: `{${SOUTH}}`, holds: true },
  ]);
});

test('rows of another team are absent, and cannot be written or taken over', async () => {
  const north = { teams: `{${NORTH}}` };
  await as(north, `insert into note (team_id, words) values ('${NORTH}', 'ours')`);
  expect(await as({ teams: `{${SOUTH}}` }, 'select * from note')).toEqual([]);
  expect(await source.query('select * from note')).toEqual([]);
  const theirs = { driverError: { code: '42501' } };
  await expect(as(north, `insert into note (team_id, words) values ('${SOUTH}', 'not ours')`)).rejects.toMatchObject(theirs);
  await expect(as(north, `update note set team_id = '${SOUTH}'`)).rejects.toMatchObject(theirs);
  await expect(as(north, 'delete from note')).rejects.toMatchObject(theirs);
});

test('a table that is only added to is never changed, and read only by whom its rule names', async () => {
  await as({}, `insert into entry (words) values ('noted')`);
  expect(await as({ roles: '{director}' }, 'select words from entry')).toEqual([]);
  const reader = { roles: '{information_governance_officer}' };
  expect(await as(reader, 'select words from entry')).toEqual([{ words: 'noted' }]);
  for (const sql of [`update entry set words = 'changed'`, 'delete from entry', 'truncate entry']) {
    await expect(as(reader, sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  }
});

test('a date comes back as the text it is, and a count as a number', async () => {
  expect(await source.query(`select date '2018-03-25' as on, count(*) as n`)).toEqual([{ on: '2018-03-25', n: 1 }]);
});
