// A process of its own. It holds a pipe to the process that uses the database; when the pipe closes, by whatever
// signal, it stops the server unless somebody else still uses it. Stands alone: it also runs uncompiled.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const [folder = '', admin = '', claim = ''] = process.argv.slice(2);
const data = join(folder, 'data');
const PATIENCE_MS = 2_000;
const APPEARING_MS = 5_000;
const STARTING_MS = 15_000;
const CONNECTING_MS = 3_000;
const GRACE_MS = 5_000;

/** What our user said before it went: that its server was up, and that it let go of it in good order. */
interface Told {
  claimed: boolean;
  released: boolean;
}

type Outcome = 'alone' | 'in use' | 'unreachable';

function postmaster(): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return runs(pid) ? { pid, port: Number(lines[3] ?? 0) } : null;
  } catch {
    return null;
  }
}

/** True while this number is our server: never signal a program that was given it later. */
function runs(pid: number): boolean {
  try {
    return pid > 0 && commandOf(pid).includes(data);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + GRACE_MS;
  while (runs(pid) && Date.now() < deadline) await sleep(10);
  // Committed work is safe: the next start recovers it.
  if (runs(pid)) process.kill(pid, 'SIGQUIT');
  while (runs(pid)) await sleep(10);
}

/** Stops the server if the claim can be had alone; nobody new gets in while it is held. */
async function stopIfAlone(server: { pid: number; port: number }): Promise<Outcome> {
  const password = readFileSync(join(folder, 'password'), 'utf8');
  const client = new Client({ host: '127.0.0.1', port: server.port, user: admin, password, database: 'postgres', application_name: 'watchdog', connectionTimeoutMillis: CONNECTING_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [claim]);
    if (!rows[0]?.alone) return 'in use';
    await stopServer(server.pid);
    return 'alone';
  } catch {
    return 'unreachable';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function afterwards({ claimed, released }: Told): Promise<void> {
  const from = Date.now();
  for (;;) {
    const server = postmaster();
    const waited = Date.now() - from;
    // A server whose starter was killed at once may not have written its pid file yet; a busy machine takes its time.
    if (!server && (claimed || released || waited > APPEARING_MS)) return;
    const outcome = server ? await stopIfAlone(server) : 'unreachable';
    if (outcome === 'alone') return;
    // The claim of a process that was killed lingers for a moment.
    if (outcome === 'in use' && (released || waited > PATIENCE_MS)) return;
    if (server && outcome === 'unreachable' && waited > STARTING_MS) return stopServer(server.pid);
    await sleep(20);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
const told: Told = { claimed: false, released: false };
process.stdin.on('data', (words: Buffer) => {
  // The last word counts: a server that died may be coming again.
  const [up, gone] = [words.lastIndexOf('claimed'), words.lastIndexOf('lost')];
  if (up !== gone) told.claimed = up > gone;
  told.released ||= words.includes('released');
});
// Our user may be gone before we are on our post.
for (const pipe of [process.stdin, process.stdout]) pipe.on('error', () => undefined);
process.stdin.on('close', () => void afterwards(told).finally(() => process.exit(0)));
process.stdout.write('ready');
