import { testDatabase, TEST_SECRET, type TestDatabase } from '@qaf/testing';
import { urlFor, withClient } from '../client';
import { prepareStores } from './prepare-stores';
import { AddNothing1700000000002, CASEWORK, CreateNotes1700000000001, VOICE } from './stores.fixtures';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase([CASEWORK, VOICE]);
});

afterAll(() => database.drop());

const asLogin = (sql: string) => withClient(database.urls.casework, async (client) => (await client.query(sql)).rows as unknown[]);

test('preparing twice, and by two processes at once, changes nothing more', async () => {
  const prepare = () => prepareStores(database.adminUrl, [CASEWORK, VOICE], { secret: TEST_SECRET });
  const [first, second] = await Promise.all([prepare(), prepare()]);
  expect(first).toEqual(database.urls);
  expect(second).toEqual(database.urls);
});

test('a database is made and filled once when two processes want it at the same moment', async () => {
  const name = `${new URL(database.adminUrl).pathname.slice(1)}_new`;
  const applied: string[] = [];
  const prepare = () => prepareStores(database.adminUrl, [CASEWORK], { secret: TEST_SECRET, database: name, onApplied: (store, migration) => applied.push(`${store} ${migration}`) });
  const [urls] = await Promise.all([prepare(), prepare()]);
  expect(applied).toEqual(['casework CreateNotes1700000000001']);
  expect(urls?.casework).toBe(urlFor(database.urls.casework, { database: name }));
  await withClient(database.adminUrl, (admin) => admin.query(`drop database ${name}`));
});

test('the login owns nothing, bypasses nothing and waits for nothing for long', async () => {
  const [role] = await asLogin(`select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as mighty,
    (select count(*)::int from pg_class where pg_get_userbyid(relowner) = current_user) as owns,
    current_setting('search_path') as path, current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock,
    current_setting('jit') as jit
    from pg_roles where rolname = current_user`);
  expect(role).toEqual({ mighty: false, owns: 0, path: 'casework', statement: '15s', idle: '30s', lock: '5s', jit: 'off' });
});

test.each([
  ['read another schema', 'select * from voice.migration'],
  ['read which migrations ran', 'select * from casework.migration'],
  ['make a table', 'create table casework.mine (n int)'],
  ['make a table in public', 'create table public.mine (n int)'],
  ['make a schema', 'create schema mine'],
  ['become the owner', 'set role qaf_casework_owner'],
  ['switch row security off', 'alter table casework.note disable row level security'],
])('the login cannot %s', async (_, sql) => {
  await expect(asLogin(sql)).rejects.toMatchObject({ code: '42501' });
});

test('only casework may make temporary tables', async () => {
  expect(await asLogin('create temporary table compared (n int)')).toEqual([]);
  const asVoice = withClient(database.urls.voice, (client) => client.query('create temporary table compared (n int)'));
  await expect(asVoice).rejects.toMatchObject({ code: '42501' });
});

test('a login of one store with the password of another is refused', async () => {
  const password = new URL(database.urls.voice).password;
  const mixed = withClient(urlFor(database.urls.casework, { password }), (client) => client.query('select 1'));
  await expect(mixed).rejects.toMatchObject({ code: '28P01' });
});

test('a database that is newer than the programme is left alone', async () => {
  const newer = { ...CASEWORK, migrations: [CreateNotes1700000000001, AddNothing1700000000002] };
  await prepareStores(database.adminUrl, [newer], { secret: TEST_SECRET });
  const older = prepareStores(database.adminUrl, [CASEWORK], { secret: TEST_SECRET });
  await expect(older).rejects.toThrow('The casework database is newer than this programme: it holds AddNothing1700000000002.');
});
