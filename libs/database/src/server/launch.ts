import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment, type Cluster } from './cluster';
import { clearStalePidFile, findPostmaster } from './postmaster';

export type ServerSettings = Record<string, string>;

const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The server's log must never hold what people wrote: no failed statement, no detail, no error that quotes a value.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const LOG_LIMIT = 5_000_000;

/** Starts the server once, at the port given or at one it finds. Answers null when it is ready, or the server's own words when it would not start. */
export async function launch(cluster: Cluster, settings: ServerSettings, wanted?: number): Promise<string | null> {
  clearStalePidFile(cluster.data);
  const port = wanted ?? (await choosePort(cluster.folder));
  const log = openLog(cluster);
  const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, ...owner } = cluster.account.command(cluster.binaries.postgres, ['-D', cluster.data, ...options]);
  // A session of its own: Ctrl-C in the terminal must let requests drain before the database goes.
  const child = spawn(file, args, { ...owner, cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', log.file, log.file] });
  closeSync(log.file);
  child.unref();
  let ended: string | null = null;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', () => (ended ??= readFileSync(log.path, 'utf8').slice(log.from).trim()));
  while (ended === null) {
    const running = findPostmaster(cluster.data);
    if (running?.ready && running.pid === child.pid) {
      // What it says at its end is nobody's question any more, and its folder may be gone by then.
      child.removeAllListeners('exit');
      rememberPort(cluster, port);
      return null;
    }
    await sleep(10);
  }
  return ended || 'The server ended without a word.';
}

function openLog(cluster: Cluster): { file: number; path: string; from: number } {
  const path = join(cluster.folder, 'server.log');
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  own(cluster, path);
  return { file, path, from: fstatSync(file).size };
}

function own(cluster: Cluster, path: string): void {
  const { owner } = cluster.account;
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function rememberPort(cluster: Cluster, port: number): void {
  const path = join(cluster.folder, 'port');
  writeFileSync(path, String(port), { mode: 0o600 });
  own(cluster, path);
}

/** The port of last time, so that tools stay connected over a restart, unless somebody else has it now. */
async function choosePort(folder: string): Promise<number> {
  const path = join(folder, 'port');
  const last = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  return (last > 0 ? await probe(last) : null) ?? (await probe(0)) ?? 0;
}

function probe(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
}
