import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { issueDevelopmentToken } from '@qaf/identity';
import { openGraph, type OpenGraph, STORES } from '@qaf/platform';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { pino } from 'pino';
import { type Cast, openAuthority } from './authority';
import { Telltales } from './telltales';

export interface Answer {
  status: number;
  /** As free as the question; a test says what it expects. */
  data: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[];
  text: string;
}

/** Whether the stories run with each part in a process of its own. */
export const APART = process.env['QAF_STORIES'] === 'apart';

const ROOT = join(__dirname, '../../..');
const QUIET = { level: 'silent' } as const;

/** A platform of its own for one file of stories: in one process, or apart when QAF_STORIES says so. */
export class Stage {
  /** What each part answers at by itself; nothing when they share a process. */
  readonly subgraphs: Record<string, string>;
  readonly url: string;
  readonly people: Cast;
  /** The same subgraphs on the same database, for what no role can do through the gateway: imports. */
  readonly graph: OpenGraph;
  readonly dataDir: string;
  private readonly process: ChildProcess;
  private readonly telltales: Telltales;
  private readonly database: TestDatabase;

  private constructor(parts: Pick<Stage, 'subgraphs' | 'url' | 'people' | 'graph' | 'dataDir'> & { process: ChildProcess; telltales: Telltales; database: TestDatabase }) {
    this.subgraphs = parts.subgraphs;
    this.url = parts.url;
    this.people = parts.people;
    this.graph = parts.graph;
    this.dataDir = parts.dataDir;
    this.process = parts.process;
    this.database = parts.database;
    this.telltales = parts.telltales;
    this.telltales.plant(...Object.values(this.people).flatMap(({ name, subject }) => [name, subject]));
  }

  static async open(): Promise<Stage> {
    const database = await testDatabase(STORES);
    const dataDir = mkdtempSync(join(tmpdir(), 'qaf-stage-'));
    const graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: pino(QUIET), quiet: true, poolSize: 2 });
    const people = await openAuthority(graph);
    const { process: child, url, subgraphs, telltales } = await startPlatform({ DATABASE_URL: database.adminUrl, QAF_DATA_DIR: dataDir, QAF_SUBGRAPH_SECRET: TEST_SECRET });
    return new Stage({ subgraphs, url, people, graph, dataDir, process: child, telltales, database });
  }

  /** The process that a user would have started. */
  get pid(): number {
    return this.process.pid as number;
  }

  /** Asks the graph over HTTP as a person of the cast, or as nobody. */
  async ask(person: keyof Cast | null, query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const authorization: Record<string, string> = person ? { authorization: `Bearer ${await this.token(person)}` } : {};
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await answer.text();
    const { data, errors } = JSON.parse(text) as Partial<Answer>;
    this.telltales.answered(person, query, variables, errors ?? []);
    return { status: answer.status, data, errors: errors ?? [], text };
  }

  async token(person: keyof Cast): Promise<string> {
    const token = await issueDevelopmentToken({ subject: this.people[person].subject, dataDir: this.dataDir });
    this.telltales.plant(token);
    return token;
  }

  /** Ends the platform, and fails a story after which a log or a figure tells of anybody. */
  async close(): Promise<void> {
    const figures = await this.telltales.figures();
    const exit = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGINT');
    await exit;
    await this.graph.close();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
    this.telltales.mustBeSilent(figures);
  }
}

/** Starts the built platform as a user's process and waits until it says where it answers. */
async function startPlatform(settings: Record<string, string>): Promise<{ process: ChildProcess; url: string; subgraphs: Record<string, string>; telltales: Telltales }> {
  const script = APART ? 'dist/tools/commands/apart.js' : 'dist/apps/platform/src/main.js';
  // A machine that is busy with other tests is late, and no story is about that.
  const env = { ...process.env, QAF_MOST_LATE_MS: '60000', ...settings, PORT: '0', QAF_DEMO: '0', METRICS_PORT: '0', QAF_LOG_LEVEL: 'debug', NODE_OPTIONS: '' };
  // With a channel, so that it goes when this process is killed.
  const child = spawn(process.execPath, [join(ROOT, script)], { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const telltales = new Telltales(child);
  if (!child.stdout) throw new Error('The platform has no output.');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    // Apart, the four parts follow the gateway's line.
    if (lines.length >= (APART ? 5 : 1)) break;
  }
  child.stdout.resume();
  const url = /http:\/\/\S+(?=\/graphql)/.exec(lines[0] ?? '')?.[0];
  if (!url) throw new Error(`The platform did not start: ${lines.join(' ')} ${telltales.log}`);
  const subgraphs = Object.fromEntries(lines.slice(1, APART ? 5 : 1).map((line) => line.trim().split(' ') as [string, string]));
  return { process: child, url, subgraphs, telltales };
}

/** Asks again until the answer is as wanted: for what events bring about. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, withinMs = 15_000): Promise<T> {
  for (const until = Date.now() + withinMs; ; ) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > until) throw new Error(`It never came: ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
