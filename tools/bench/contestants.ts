import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SUBGRAPH_NAMES, type SubgraphName, urlFor, withClient } from '@qaf/database';
import { LIMIT_ROLE, limitRole } from './limit/role';

export type ContestantName = 'platform' | 'apart' | 'apollo' | 'hive' | 'postgraphile' | 'limit';

export interface Contestant {
  name: ContestantName;
  url: string;
  /** Who is measured, each with everything below it. */
  pids: number[];
}

export interface Ground {
  root: string;
  dataDir: string;
  secret: string;
  adminUrl: string;
  logins: Record<SubgraphName, string>;
}

const PEERS = 'tools/bench/peers';
const GRACE_MS = 10_000;
const NO_LIMIT = '100000000';

/** The processes of all contestants on one database. They end when this process does. */
export class Field {
  readonly contestants: Contestant[] = [];
  private readonly processes: ChildProcess[] = [];

  constructor(private readonly ground: Ground) {}

  async enter(names: readonly ContestantName[]): Promise<void> {
    const { root, adminUrl, dataDir, secret, logins } = this.ground;
    const env = { DATABASE_URL: adminUrl, QAF_DATA_DIR: dataDir, QAF_SUBGRAPH_SECRET: secret, PORT: '0', METRICS_PORT: '0', QAF_DEMO: '0', QAF_REQUESTS_PER_MINUTE: NO_LIMIT };
    if (names.includes('platform')) await this.add('platform', [await this.start([join(root, 'dist/apps/platform/src/main.js')], env)]);
    if (names.includes('apart')) await this.add('apart', [await this.start([join(root, 'dist/tools/commands/apart.js')], env)]);
    const urls = {} as Record<SubgraphName, string>;
    const parts: Started[] = [];
    const stock = names.some((name) => name === 'apollo' || name === 'hive' || name === 'postgraphile');
    for (const name of stock ? SUBGRAPH_NAMES : []) {
      const part = await this.start([join(root, 'dist/tools/bench/stock/subgraph.js'), name], { BENCH_SETTINGS: JSON.stringify({ url: logins[name], secret }) });
      urls[name] = part.url;
      parts.push(part);
    }
    const password = secret.slice(0, 24);
    const benchUrl = urlFor(adminUrl, { user: LIMIT_ROLE, password });
    await withClient(adminUrl, async (client) => {
      for (const statement of limitRole(password)) await client.query(statement);
    });
    const settings = JSON.stringify({ dataDir, secret, subgraphs: urls, supergraph: join(root, 'libs/gateway/supergraph.graphql'), databaseUrl: benchUrl });
    const peer = (file: string): Promise<Started> => this.start([join(root, PEERS, file)], { NODE_ENV: 'production', BENCH_SETTINGS: settings });
    if (names.includes('apollo')) await this.add('apollo', [await peer('apollo-gateway.mjs'), ...parts]);
    if (names.includes('hive')) await this.add('hive', [await peer('hive-gateway.mjs'), ...parts]);
    if (names.includes('postgraphile')) await this.add('postgraphile', [await peer('postgraphile.mjs')]);
    if (names.includes('limit')) await this.add('limit', [await this.start([join(root, 'dist/tools/bench/limit/server.js')], { BENCH_SETTINGS: JSON.stringify({ url: benchUrl, workforceUrl: logins.workforce, dataDir }) })]);
  }

  /** Every process that was started, those that only serve others among them. */
  get pids(): number[] {
    return this.processes.flatMap(({ pid }) => pid ?? []);
  }

  async leave(): Promise<void> {
    await Promise.all(this.processes.map(ended));
  }

  private add(name: ContestantName, parts: Started[]): void {
    this.contestants.push({ name, url: graphUrl(parts[0]?.url ?? ''), pids: parts.map((part) => part.pid) });
  }

  /** What is secret goes by the environment: a command line is there for everybody to read. */
  private async start(command: string[], env: Record<string, string> = {}): Promise<Started> {
    const child = spawn(process.execPath, command, { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.processes.push(child);
    // What the platform writes is read and let go of, as a log collector would.
    const errors: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => void (errors.length < 100 && errors.push(chunk.toString())));
    if (!child.stdout || !child.pid) throw new Error('A contestant could not be started.');
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (!url) continue;
      child.stdout.resume();
      return { url, pid: child.pid };
    }
    throw new Error(`${command.at(0)} did not start:\n${errors.join('').slice(0, 2_000)}`);
  }
}

interface Started {
  url: string;
  pid: number;
}

function graphUrl(url: string): string {
  return url.endsWith('/graphql') ? url : `${url}/graphql`;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  // Not everybody hears it.
  const last = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await exit;
  clearTimeout(last);
}
