import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { issueDevelopmentToken } from '@qaf/identity';
import { openGraph, type OpenGraph, STORES } from '@qaf/platform';
import { TEST_SECRET, testDatabase } from '@qaf/testing';
import { pino } from 'pino';
import { type Cast, openAuthority } from './authority';
import { below } from './launched';

export const ROOT = join(__dirname, '../../..');

export interface Running {
  url: string;
  metricsUrl: string;
  people: Cast;
  graph: OpenGraph;
  process: ChildProcess;
  /** Everything the processes wrote. */
  log(): string;
  token(person: keyof Cast): Promise<string>;
  /** The process of one part; parts run apart. */
  part(name: string): number;
  /** Starts a part that is gone as it was started before. */
  restart(name: string): void;
  close(): Promise<void>;
}

/** A platform to do things to: its own database, small authority, log and figures, with settings as wanted. */
export async function run(how: 'together' | 'apart', settings: Record<string, string> = {}): Promise<Running> {
  const database = await testDatabase(STORES);
  const dataDir = mkdtempSync(join(tmpdir(), 'qaf-running-'));
  const graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: pino({ level: 'silent' }), quiet: true, poolSize: 2 });
  const people = await openAuthority(graph);
  const metricsPort = await freePort();
  const script = how === 'apart' ? 'dist/tools/commands/apart.js' : 'dist/apps/platform/src/main.js';
  const env = { ...process.env, DATABASE_URL: database.adminUrl, QAF_DATA_DIR: dataDir, QAF_SUBGRAPH_SECRET: TEST_SECRET, PORT: '0', METRICS_PORT: String(metricsPort), QAF_DEMO: '0', QAF_LOG_LEVEL: 'info', NODE_OPTIONS: '', ...settings };
  const child = spawn(process.execPath, [join(ROOT, script)], { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const written: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const url = await addressOf(child, how === 'apart' ? 5 : 1).catch((error: Error) => Promise.reject(new Error(`${error.message}\n${written.join('')}`)));
  const parts = new Parts(child.pid as number);
  return {
    url, people, graph, process: child, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    log: () => written.join(''),
    token: (person) => issueDevelopmentToken({ subject: people[person].subject, dataDir }),
    part: (name) => parts.find(name).pid,
    restart: (name) => parts.restart(name),
    close: async () => {
      parts.end();
      if (child.exitCode === null && child.signalCode === null) {
        const exit = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGINT');
        await exit;
      }
      await graph.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The processes of a platform apart. A part is started again with the command and the settings it had. */
class Parts {
  private readonly known = new Map<string, { pid: number; command: string[]; env: Record<string, string> }>();
  private readonly restarted: ChildProcess[] = [];

  constructor(private readonly launcher: number) {}

  find(name: string): { pid: number; command: string[]; env: Record<string, string> } {
    const known = this.known.get(name);
    if (known) return known;
    const running = below(this.launcher).find((one) => one.line.includes(`apps/${name}/src/main.js`));
    if (!running) throw new Error(`No process of ${name} runs.`);
    const read = (file: string): string[] => readFileSync(`/proc/${running.pid}/${file}`, 'utf8').split('\0').filter(Boolean);
    const env = Object.fromEntries(read('environ').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    delete env['NODE_CHANNEL_FD'];
    const part = { pid: running.pid, command: read('cmdline'), env };
    this.known.set(name, part);
    return part;
  }

  restart(name: string): void {
    const { command, env } = this.find(name);
    const child = spawn(command[0] as string, command.slice(1), { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('error', () => undefined);
    this.restarted.push(child);
    this.known.set(name, { pid: child.pid as number, command, env });
  }

  end(): void {
    for (const child of this.restarted) child.kill('SIGKILL');
  }
}

/** What a platform says of itself when it is up. */
export async function addressOf(child: ChildProcess, lines: number): Promise<string> {
  if (!child.stdout) throw new Error('The platform has no output.');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) if (said.push(line) >= lines) break;
  child.stdout.resume();
  const url = /http:\/\/\S+(?=\/graphql)/.exec(said[0] ?? '')?.[0];
  if (!url) throw new Error('The platform did not start.');
  return url;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
