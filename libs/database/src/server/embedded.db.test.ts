import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../client';
import { openServer } from './open-server';
import { goneFrom, processesOf } from './server-user.fixtures';

// A busy machine is slow to make a database; nothing here is measured.
jest.setTimeout(60_000);

const dataDir = mkdtempSync(join(tmpdir(), 'qaf-embedded-'));
const folder = join(dataDir, 'postgres');
const file = (name: string) => join(folder, name);

afterAll(async () => {
  await goneFrom(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows as unknown[]);

test('the data is kept from one start to the next, for its owner alone', async () => {
  const first = await openServer({ dataDir });
  await query(first.adminUrl, 'create table kept (n int); insert into kept values (7)');
  await first.stop();
  const second = await openServer({ dataDir });
  expect(second.adminUrl).toBe(first.adminUrl);
  expect(await query(second.adminUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  await second.stop();
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  expect((statSync(file('password')).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(dataDir)).toEqual(['postgres']);
});

test('a commit is safe before it is answered, and nobody comes in from outside or without the password', async () => {
  const server = await openServer({ dataDir });
  const settings = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories') order by name`;
  expect(await query(server.adminUrl, settings)).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'unix_socket_directories', setting: '' },
  ]);
  const stranger = server.adminUrl.replace(/:[0-9a-f]{48}@/, ':guessed@');
  await expect(query(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await server.stop();
});

test('what people wrote does not reach the log of the server', async () => {
  const server = await openServer({ dataDir });
  const secret = 'a child told us';
  await query(server.adminUrl, 'create table told (words text check (length(words) < 3), n int)');
  for (const sql of [`insert into told values ('${secret}')`, `select '${secret}'::int`, `selec '${secret}'`, `do $$ begin raise warning '${secret}'; end $$`]) {
    await query(server.adminUrl, sql).catch(() => undefined);
  }
  await server.stop();
  expect(readFileSync(file('server.log'), 'utf8')).not.toContain(secret);
});

test('a server that was killed is started again, with everything that was committed', async () => {
  const server = await openServer({ dataDir });
  await query(server.adminUrl, 'insert into kept values (8)');
  for (const pid of processesOf(dataDir, 'server')) process.kill(pid, 'SIGKILL');
  await server.stop();
  expect(readdirSync(file('data'))).toContain('postmaster.pid');
  const next = await openServer({ dataDir });
  expect(await query(next.adminUrl, 'select n from kept order by n')).toEqual([{ n: 7 }, { n: 8 }]);
  await next.stop();
});

test('a pid file whose number now belongs to another program does not stop a start', async () => {
  const port = readFileSync(file('port'), 'utf8');
  writeFileSync(file('data/postmaster.pid'), [process.pid, file('data'), 1, port, '', '127.0.0.1', '', 'ready', ''].join('\n'));
  const server = await openServer({ dataDir });
  expect(await query(server.adminUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
  await server.stop();
});

test('another port is taken when somebody has ours', async () => {
  const port = Number(readFileSync(file('port'), 'utf8'));
  const other = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const server = await openServer({ dataDir });
  expect(new URL(server.adminUrl).port).not.toBe(String(port));
  await server.stop();
  other.close();
});

test('a user keeps its claim when the server drops all sessions and recovers', async () => {
  const server = await openServer({ dataDir });
  const other = await openServer({ dataDir });
  const [backend] = (await query(server.adminUrl, 'select pg_backend_pid() as pid, pg_sleep(0)')) as { pid: number }[];
  expect(backend).toBeDefined();
  const claims = `select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`;
  const before = (await query(server.adminUrl, claims)) as { pid: number }[];
  expect(before).toHaveLength(2);
  process.kill(before[0]?.pid ?? 0, 'SIGKILL');
  while (((await query(server.adminUrl, claims).catch(() => [])) as unknown[]).length < 2) await sleep(50);
  await other.stop();
  expect(await query(server.adminUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
  await server.stop();
  expect(processesOf(dataDir, 'server')).toEqual([]);
});

test('a server that does not start is reported in its own words', async () => {
  const settings = file('data/postgresql.auto.conf');
  const { size } = statSync(settings);
  appendFileSync(settings, "no_such_setting = 'on'\n");
  await expect(openServer({ dataDir })).rejects.toThrow('unrecognized configuration parameter "no_such_setting"');
  truncateSync(settings, size);
});

test('a folder that holds something else is left alone', async () => {
  const strange = mkdtempSync(join(tmpdir(), 'qaf-strange-'));
  mkdirSync(join(strange, 'postgres'));
  await expect(openServer({ dataDir: strange })).rejects.toThrow('is not a PostgreSQL data folder');
  expect(readdirSync(join(strange, 'postgres'))).toEqual([]);
  rmSync(strange, { recursive: true });
});

test('another server is used as it is, and named without its password when it cannot be', async () => {
  const server = await openServer({ dataDir });
  const given = await openServer({ url: server.adminUrl, dataDir: '/nowhere' });
  expect(given).toMatchObject({ adminUrl: server.adminUrl, embedded: false });
  await given.stop();
  await server.stop();
  const refused = await openServer({ url: server.adminUrl, dataDir: '/nowhere' }).catch((error: Error) => error.message);
  expect(refused).toMatch(/^The database that DATABASE_URL names cannot be used: connect ECONNREFUSED 127\.0\.0\.1/);
  await expect(openServer({ url: 'postgres://who:secret@[oops/', dataDir: '/nowhere' })).rejects.toThrow('DATABASE_URL is not the address of a PostgreSQL server.');
});
