import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevelopmentToken } from '@qaf/identity';
import { openGraph } from '@qaf/platform';
import { TEST_SECRET } from '@qaf/testing';
import { pino } from 'pino';
import { openAuthority } from './authority';
import { leftOf } from './launched';
import { addressOf, freePort, ROOT, type Running } from './running';
import { eventually } from './stage';

/** A platform in one process on its embedded PostgreSQL, which nobody else uses. */
export interface OnItsOwn extends Omit<Running, 'part' | 'restart'> {
  /** Sends a signal to every process of its PostgreSQL. */
  signalDatabase(sign: NodeJS.Signals): void;
  /** The number of its PostgreSQL, a new one after each start. */
  postmaster(): number;
}

export async function runOnItsOwn(settings: Record<string, string> = {}): Promise<OnItsOwn> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qaf-own-'));
  const metricsPort = await freePort();
  const { DATABASE_URL: _none, ...inherited } = process.env;
  const env = { ...inherited, QAF_DATA_DIR: dataDir, QAF_SUBGRAPH_SECRET: TEST_SECRET, PORT: '0', METRICS_PORT: String(metricsPort), QAF_DEMO: '0', QAF_LOG_LEVEL: 'warn', NODE_OPTIONS: '', ...settings };
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist/apps/platform/src/main.js')], { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const written: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const url = await addressOf(child, 1).catch((error: Error) => Promise.reject(new Error(`${error.message}\n${written.join('')}`)));
  const inFolder = (file: string): string => readFileSync(join(dataDir, 'postgres', file), 'utf8');
  const databaseUrl = `postgresql://qaf_admin:${inFolder('password')}@127.0.0.1:${inFolder('port')}/qaf`;
  // By its address, as an outsider: this process neither keeps the server nor starts it again.
  const graph = await openGraph({ databaseUrl, dataDir, secret: TEST_SECRET, logger: pino({ level: 'silent' }), quiet: true, poolSize: 2 });
  const people = await openAuthority(graph);
  const postmaster = (): number => Number(inFolder('data/postmaster.pid').split('\n')[0]);
  return {
    url, people, graph, process: child, postmaster, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    log: () => written.join(''),
    token: (person) => issueDevelopmentToken({ subject: people[person].subject, dataDir }),
    signalDatabase: (sign) => [postmaster(), ...childrenOf(postmaster())].forEach((pid) => signal(pid, sign)),
    close: async () => {
      await graph.close();
      const exit = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGINT')) await exit;
      await eventually(() => Promise.resolve(leftOf([], dataDir)), (left) => left.length === 0, 30_000);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent).map(Number);
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) . /s, '').split(' ')[0]);
  } catch {
    return 0;
  }
}

function signal(pid: number, sign: NodeJS.Signals): void {
  try {
    process.kill(pid, sign);
  } catch {
    // A session that went with its server.
  }
}
