import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@qaf/database';
import { type SystemBinaries, systemPostgres } from './binaries';

export interface SecondServer {
  url: string;
  name: string;
  stop(): Promise<void>;
}

const USER = 'second';
const PATIENCE_MS = 30_000;
/** The data is thrown away: nothing of it has to survive a power cut. */
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'log_min_messages=fatal'];
/** Runs the server until our end of the pipe closes, however we go. */
const UNTIL_WE_GO = '"$@" & cat > /dev/null; kill -INT $!; wait $!';

/** A PostgreSQL beside the embedded one: the one that is given, or this machine's own in a folder that is thrown away. Null when there is none. */
export async function openSecondServer(given: string | undefined): Promise<SecondServer | null> {
  if (given) return { url: given, name: 'the PostgreSQL of TEST_DATABASE_URL', stop: () => Promise.resolve() };
  const binaries = systemPostgres();
  return binaries ? start(binaries) : null;
}

async function start({ bin, major }: SystemBinaries): Promise<SecondServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qaf-second-'));
  const owner = ownerOf(folder);
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const options = { ...owner, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), [`--pgdata=${data}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'], { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The second PostgreSQL could not be made:\n${made.stderr || made.error?.message}`);
  const port = await freePort();
  const server = [join(bin, 'postgres'), '-D', data, ...[...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting])];
  const child = spawn('sh', ['-c', UNTIL_WE_GO, 'sh', ...server], { ...options, detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;
  await answers(url).catch((error: Error) => stop().then(() => Promise.reject(error)));
  return { url, name: `this machine’s PostgreSQL ${major}`, stop };
}

/** PostgreSQL refuses to run as root, so root lends it another account. */
function ownerOf(folder: string): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!account) throw new Error(`PostgreSQL cannot run as root and no other account can own ${folder}.`);
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function answers(url: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const fault = await withClient(url, (client) => client.query('select 1')).then(() => null, (error: Error) => error);
    if (!fault) return;
    if (Date.now() > until) throw new Error(`The second PostgreSQL did not answer: ${fault.message}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
