import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, TEST_SECRET, type TestDatabase } from '@qaf/testing';
import { urlFor, withClient } from '../client';
import { openEmbedded } from '../server/embedded';
import { connect } from '../store/connect';
import { prepareStores } from '../store/prepare-stores';
import { AddNothing1700000000002, CASEWORK, NORTH, SOUTH, VOICE } from '../store/stores.fixtures';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

const STORES = [CASEWORK, VOICE];
const folder = mkdtempSync(join(tmpdir(), 'qaf-backup-'));
const made: string[] = [];
let database: TestDatabase;
let number = 0;

const file = (name = `backup-${(number += 1)}`) => join(folder, name);
const secret = TEST_SECRET;

/** A new database on the same server. */
async function empty(): Promise<string> {
  const name = `qaf_restored_${randomBytes(6).toString('hex')}`;
  made.push(name);
  await withClient(database.adminUrl, (admin) => admin.query(`create database ${name}`));
  return urlFor(database.adminUrl, { database: name });
}

/** What a database says of its notes, by a way of its own. */
const contents = (url: string) =>
  withClient(url, async (admin) => {
    const { rows } = await admin.query(`select (select array_agg(n::text order by n::text) from casework.note n) as notes,
      (select array_agg(h::text order by h::text) from casework.note_history h) as history, (select array_agg(e::text order by e.id) from casework.entry e) as entries,
      (select last_value from casework.note_history_history_id_seq) as counter`);
    return rows[0] as { notes: string[]; history: string[]; entries: string[] };
  });

const schemas = (url: string) => withClient(url, async (admin) => (await admin.query(`select nspname from pg_namespace where nspname ~ '^(casework|voice)' order by 1`)).rows.length);

beforeAll(async () => {
  database = await testDatabase(STORES);
  const source = await connect(CASEWORK, database.urls.casework, { poolSize: 1 });
  await source.transaction(async (manager) => {
    await manager.query(`select set_config('qaf.teams', $1, true), set_config('qaf.person', $2, true)`, [`{${NORTH}}`, SOUTH]);
    await manager.query(`insert into note (team_id, words, written_on) select $1, 'n' || n || e' "\\\\ \\n\\t ü 🙂', date '2018-02-28' + n from generate_series(1, 2500) n`, [NORTH]);
    await manager.query(`update note set words = 'changed', written_on = null where words like 'n7%'`);
    await manager.query(`insert into entry (words) values ('first'), ('')`);
  });
  await source.destroy();
});

afterAll(async () => {
  await withClient(database.adminUrl, async (admin) => {
    for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
  });
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('brings back every row, its history and the numbers given out, in a file for its owner alone', async () => {
    const path = file();
    const done = await writeBackup(database.adminUrl, STORES, { file: path, secret });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(done.bytes).toBe(statSync(path).size);
    const url = await empty();
    const restored = await restoreBackup(url, STORES, { file: path, secret });
    expect(restored.rows).toBe(done.rows);
    const before = await contents(database.adminUrl);
    expect(before.notes).toHaveLength(2500);
    expect(before.history).toHaveLength(2611);
    expect(await contents(url)).toEqual(before);
  });

  it('is one of its moment: what is written while it is taken is whole in it or not at all', async () => {
    const path = file();
    const writing = withClient(database.adminUrl, async (admin) => {
      for (let n = 0; n < 20; n += 1) await admin.query(`with a as (insert into casework.entry (words) values ('pair') returning id) insert into casework.note (team_id, words) select $1, 'pair' from a`, [SOUTH]);
    });
    await Promise.all([writing, writeBackup(database.adminUrl, STORES, { file: path, secret })]);
    const url = await empty();
    await restoreBackup(url, STORES, { file: path, secret });
    const { rows } = await withClient(url, (admin) => admin.query(`select (select count(*) from casework.entry where words = 'pair') = (select count(*) from casework.note where words = 'pair') as whole`));
    expect(rows).toEqual([{ whole: true }]);
  });

  it('leaves row rules forced, triggers on, and the application able to go on', async () => {
    const path = file();
    await writeBackup(database.adminUrl, STORES, { file: path, secret });
    const url = await empty();
    await restoreBackup(url, STORES, { file: path, secret });
    const urls = await prepareStores(url, STORES, { secret });
    const source = await connect(CASEWORK, urls.casework, { poolSize: 1 });
    expect(await source.query('select * from note')).toEqual([]);
    const kept = await source.transaction(async (manager) => {
      await manager.query(`select set_config('qaf.teams', $1, true)`, [`{${NORTH}}`]);
      await manager.query(`insert into entry (words) values ('after')`);
      await manager.query(`update note set words = 'after' where id = (select id from note limit 1)`);
      return (await manager.query(`select count(*) as n from note_history where "row" ->> 'words' = 'after'`)) as { n: number }[];
    });
    expect(kept).toEqual([{ n: 1 }]);
    await source.destroy();
  });

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 1000), /cut off or was changed/],
    ['without its end', (bytes) => bytes.subarray(0, bytes.length - 1), /cut off or was changed/],
    ['empty', () => Buffer.alloc(0), /no backup of the platform/],
    ['another thing', () => Buffer.from('id,name\n1,2\n'), /no backup of the platform/],
    ['changed in one byte of its middle', (bytes) => flipped(bytes, bytes.length >> 1), /cut off or was changed/],
    ['changed in the byte that says which system packed it', (bytes) => flipped(bytes, 'qaf-backup 1\n'.length + 9), /cut off or was changed/],
    ['changed in its digest', (bytes) => flipped(bytes, bytes.length - 10), /cut off or was changed/],
    ['of another form', (bytes) => Buffer.concat([Buffer.from('qaf-backup 2\n'), bytes.subarray(13)]), /another form/],
  ])('that is %s is refused before anything is written', async (_how, spoil, words) => {
    const path = file();
    await writeBackup(database.adminUrl, STORES, { file: path, secret });
    writeFileSync(path, spoil(readFileSync(path)));
    const url = await empty();
    await expect(restoreBackup(url, STORES, { file: path, secret })).rejects.toThrow(words);
    expect(await schemas(url)).toBe(0);
  });

  it('of a newer version, or of another secret, is refused before anything is written', async () => {
    const path = file();
    const newer = { ...CASEWORK, migrations: [...CASEWORK.migrations, AddNothing1700000000002] };
    const source = await empty();
    await prepareStores(source, [newer, VOICE], { secret });
    await writeBackup(source, [newer, VOICE], { file: path, secret });
    const url = await empty();
    await expect(restoreBackup(url, STORES, { file: path, secret })).rejects.toThrow('The backup is newer than this version: its casework holds AddNothing1700000000002.');
    await expect(restoreBackup(url, [newer, VOICE], { file: path, secret: `${secret}!` })).rejects.toThrow('another platform secret');
    expect(await schemas(url)).toBe(0);
  });

  it('of an older version is restored as it was and then brought up to date', async () => {
    const path = file();
    await writeBackup(database.adminUrl, STORES, { file: path, secret });
    const url = await empty();
    const newer = { ...CASEWORK, migrations: [...CASEWORK.migrations, AddNothing1700000000002] };
    await restoreBackup(url, [newer, VOICE], { file: path, secret });
    expect(await contents(url)).toEqual(await contents(database.adminUrl));
    const { rows } = await withClient(url, (admin) => admin.query('select name from casework.migration order by id'));
    expect(rows).toEqual([{ name: 'CreateNotes1700000000001' }, { name: 'AddNothing1700000000002' }]);
  });

  it('is not restored over anything', async () => {
    const path = file();
    await writeBackup(database.adminUrl, STORES, { file: path, secret });
    const before = await contents(database.adminUrl);
    await expect(restoreBackup(database.adminUrl, STORES, { file: path, secret })).rejects.toThrow('restored into an empty one');
    expect(await contents(database.adminUrl)).toEqual(before);
    await expect(writeBackup(database.adminUrl, STORES, { file: path, secret })).rejects.toThrow('There is a file of that name already');
  });

  it('that breaks off while it is restored leaves a database on which nothing starts, until it is restored again', async () => {
    const path = file();
    await writeBackup(database.adminUrl, STORES, { file: path, secret });
    const url = await empty();
    const cut = (message: string) => {
      if (message.includes('note_history')) throw new Error('the machine went away');
    };
    await expect(restoreBackup(url, STORES, { file: path, secret, progress: cut })).rejects.toThrow('the machine went away');
    const { rows } = await withClient(url, (admin) => admin.query('select from casework.note'));
    expect(rows).toEqual([]);
    await expect(prepareStores(url, STORES, { secret })).rejects.toThrow('A restore into this database broke off.');
    await restoreBackup(url, STORES, { file: path, secret });
    expect(await contents(url)).toEqual(await contents(database.adminUrl));
  });

  it('that cannot be written whole leaves no file', async () => {
    const path = file();
    await expect(writeBackup(await empty(), STORES, { file: path, secret })).rejects.toThrow('there is nothing to back up');
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
    const closed = join(folder, 'closed');
    chmodSync(folder, 0o700);
    await expect(writeBackup(database.adminUrl, STORES, { file: join(closed, 'x'), secret })).rejects.toThrow('ENOENT');
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

test('an administrator who is no superuser backs up and restores the same', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qaf-plain-'));
  const server = await openEmbedded({ dataDir, settings: { fsync: 'off' } });
  await withClient(server.adminUrl, async (admin) => {
    await admin.query(`create role keeper login createrole password 'kept'`);
    for (const name of ['council', 'copy']) await admin.query(`create database ${name} owner keeper`);
  });
  const at = (name: string) => urlFor(server.adminUrl, { user: 'keeper', password: 'kept', database: name });
  const path = file();
  await writeBackup(database.adminUrl, STORES, { file: path, secret });
  await restoreBackup(at('council'), STORES, { file: path, secret });
  const again = file();
  await writeBackup(at('council'), STORES, { file: again, secret });
  await restoreBackup(at('copy'), STORES, { file: again, secret });
  const superuser = (name: string) => contents(urlFor(server.adminUrl, { database: name }));
  expect(await superuser('copy')).toEqual(await contents(database.adminUrl));
  // Nor did the backup leave a door open.
  const { rows } = await withClient(at('council'), (admin) => admin.query('select * from casework.note'));
  expect(rows).toEqual([]);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
