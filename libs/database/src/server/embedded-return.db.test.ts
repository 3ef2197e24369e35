import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../client';
import type { DatabaseServer } from './database-server';
import { openServer } from './open-server';
import { goneFrom, processesOf } from './server-user.fixtures';

// A busy machine is slow to start a database; nothing here is measured.
jest.setTimeout(60_000);

const dataDir = mkdtempSync(join(tmpdir(), 'qaf-return-'));
const told: string[] = [];
const news = { lost: () => void told.push('lost'), back: () => void told.push('back'), failed: (words: string) => void told.push(words) };

beforeEach(() => void told.splice(0));
afterAll(async () => {
  await goneFrom(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows as unknown[]);
const hears = async (words: string): Promise<void> => {
  while (!told.some((one) => one.includes(words))) await sleep(20);
};

/** The postmaster and every process below it, as a power cut or the kernel's hunt for memory would. */
function killAll(): number {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster).map(Number);
  for (const pid of [postmaster, ...children]) kill(pid);
  return postmaster;
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) . /s, '').split(' ')[0]);
  } catch {
    return 0;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('A database that dies while it is used', () => {
  it('is up again where it was, with all that was committed, for everybody who uses it', async () => {
    const server = await openServer({ dataDir, news });
    const other = await openServer({ dataDir });
    await query(server.adminUrl, 'create table kept (n int); insert into kept values (7)');
    const before = killAll();
    await hears('back');
    expect(told).toEqual(['lost', 'back']);
    expect(await query(other.adminUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(processesOf(dataDir, 'server')).not.toContain(before);
    await server.stop();
    expect(await query(other.adminUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
    await other.stop();
    expect(processesOf(dataDir, 'server')).toEqual([]);
  });

  it('says in its own words why it does not come up, and comes up when that is mended', async () => {
    const server = await openServer({ dataDir, news });
    const settings = join(dataDir, 'postgres/data/postgresql.auto.conf');
    const { size } = statSync(settings);
    appendFileSync(settings, "no_such_setting = 'on'\n");
    killAll();
    await hears('unrecognized configuration parameter "no_such_setting"');
    truncateSync(settings, size);
    await hears('back');
    expect(told).toEqual(['lost', expect.stringContaining('The database did not start. It said:'), 'back']);
    expect(await query(server.adminUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await server.stop();
  });

  it('does not outlive its user who lets go while it is being started', async () => {
    const server = await openServer({ dataDir, news });
    killAll();
    await hears('lost');
    await server.stop();
    await goneFrom(dataDir);
  });

  it('is stopped with its last user, though its watchdog was killed a moment before', async () => {
    const server: DatabaseServer = await openServer({ dataDir, news });
    const [watchdog] = processesOf(dataDir, 'watchdog');
    killAll();
    await hears('back');
    process.kill(watchdog ?? 0, 'SIGKILL');
    await query(server.adminUrl, 'select 1');
    while (processesOf(dataDir, 'watchdog').includes(watchdog ?? 0)) await sleep(10);
    await server.stop();
    expect(processesOf(dataDir, 'server')).toEqual([]);
  });
});
