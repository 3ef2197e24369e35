import { testDatabase, type TestDatabase } from '@qaf/testing';
import type { DataSource, QueryRunner } from 'typeorm';
import { withClient } from '../client';
import { connect } from '../store/connect';
import { keepHistory } from './history';
import { protect } from './protection';
import { createTable, dropTable } from './table';

class AddNotes1700000000001 {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'voice', 'note', 'id uuid primary key default gen_random_uuid(), team_id uuid not null, words text not null, version int not null default 1');
    await protect(q, 'voice', 'note', { read: 'team_id = any((select viewer_teams())::uuid[])', remove: true });
    await keepHistory(q, 'voice', 'note');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, 'voice', 'note');
  }
}

const VOICE = { name: 'voice' as const, entities: [], migrations: [AddNotes1700000000001] };
const NORTH = '11111111-1111-4111-8111-111111111111';
const SOUTH = '22222222-2222-4222-8222-222222222222';
const ALEX = '33333333-3333-4333-8333-333333333333';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase([VOICE]);
  source = await connect(VOICE, database.urls.voice, { poolSize: 2 });
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

async function asTeam<T>(team: string, sql: string): Promise<T[]> {
  return source.transaction(async (manager) => {
    await manager.query(`select set_config('qaf.teams', $1, true), set_config('qaf.person', $2, true), set_config('qaf.request', 'r-1', true)`, [`{${team}}`, ALEX]);
    return (await manager.query(sql)) as T[];
  });
}

test('every state of a row is kept with who, when and in which request', async () => {
  await asTeam(NORTH, `insert into note (team_id, words) values ('${NORTH}', 'first')`);
  await asTeam(NORTH, `update note set words = 'second', version = 2`);
  await asTeam(NORTH, 'delete from note');
  const { rows } = await adminQuery('select operation, version, changed_by, request, "row" ->> \'words\' as words from voice.note_history order by history_id');
  const by = { changed_by: ALEX, request: 'r-1' };
  expect(rows).toEqual([
    { operation: 'INSERT', version: 1, words: 'first', ...by },
    { operation: 'UPDATE', version: 2, words: 'second', ...by },
    { operation: 'DELETE', version: 2, words: 'second', ...by },
  ]);
});

test('the history of a row is seen by whoever sees the row, and by nobody else', async () => {
  await asTeam(NORTH, `insert into note (team_id, words) values ('${NORTH}', 'ours')`);
  const seen = 'select "row" ->> \'words\' as words from note_history';
  expect(await asTeam(NORTH, seen)).toEqual([{ words: 'ours' }]);
  expect(await asTeam(SOUTH, seen)).toEqual([]);
  expect(await source.query(seen)).toEqual([]);
});

test.each([
  ['change', `update note_history set operation = 'DELETE'`],
  ['remove', 'delete from note_history'],
  ['forge', `insert into note_history (id, operation, "row") values (gen_random_uuid(), 'INSERT', '{}')`],
])('the application cannot %s history', async (_, sql) => {
  await expect(asTeam(NORTH, sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
});

test('a change of many rows keeps each of them', async () => {
  await asTeam(SOUTH, `insert into note (team_id, words) select '${SOUTH}', 'n' || n from generate_series(1, 500) n`);
  const { rows } = await adminQuery(`select count(*)::int as kept from voice.note_history where "row" ->> 'team_id' = '${SOUTH}'`);
  expect(rows).toEqual([{ kept: 500 }]);
});

async function adminQuery(sql: string): Promise<{ rows: unknown[] }> {
  return withClient(database.adminUrl, (admin) => admin.query(sql));
}
