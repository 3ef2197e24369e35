import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareStores, SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import { openServer } from '@qaf/database';
import { makeLogger } from '@qaf/graph';
import { databaseNews } from './database-news';
import type { PlatformSettings } from './environment';
import { sharedSecret } from './secret';
import { STORES } from './stores';

export interface Apart {
  url: string;
  /** The address of each subgraph. */
  subgraphs: Record<SubgraphName, string>;
  processes: Record<SubgraphName | 'gateway', ChildProcess>;
  close(): Promise<void>;
}

const APPS = join(__dirname, '../..');

/** The same platform as five processes over HTTP on one database: each subgraph on its own login, and the gateway. */
export async function startApart(settings: PlatformSettings): Promise<Apart> {
  const secret = settings.secret ?? (await sharedSecret(settings.dataDir));
  const server = await openServer({ url: settings.databaseUrl, dataDir: settings.dataDir, news: databaseNews(makeLogger(settings.logLevel)) });
  const processes = {} as Apart['processes'];
  const close = async (): Promise<void> => {
    await Promise.all([processes.gateway].map(ended));
    await Promise.all(SUBGRAPH_NAMES.map((name) => ended(processes[name])));
    await server.stop();
  };
  try {
    const logins = await prepareStores(server.adminUrl, STORES, { secret });
    const ports = await freePorts(SUBGRAPH_NAMES.length);
    const subgraphs = Object.fromEntries(SUBGRAPH_NAMES.map((name, index) => [name, `http://127.0.0.1:${ports[index]}`])) as Apart['subgraphs'];
    const addresses = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [`QAF_SUBGRAPH_${name.toUpperCase()}_URL`, subgraphs[name]]));
    const shared = { ...process.env, ...addresses, QAF_SUBGRAPH_SECRET: secret, QAF_DATA_DIR: settings.dataDir };
    for (const name of SUBGRAPH_NAMES) {
      processes[name] = start(name, { ...shared, HOST: '127.0.0.1', PORT: new URL(subgraphs[name]).port, DATABASE_URL: logins[name] });
    }
    await Promise.all(SUBGRAPH_NAMES.map((name) => live(processes[name], `${subgraphs[name]}/health/live`)));
    const { DATABASE_URL: _none, ...forGateway } = shared as NodeJS.ProcessEnv;
    const [port] = settings.port === 0 ? await freePorts(1) : [settings.port];
    processes.gateway = start('gateway', { ...forGateway, HOST: settings.host, PORT: String(port), METRICS_HOST: settings.metrics.host, METRICS_PORT: String(settings.metrics.port) });
    const url = `http://${settings.host}:${port}`;
    await live(processes.gateway, `${url}/health/live`);
    return { url, subgraphs, processes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function start(app: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', join(APPS, app, 'src/main.js')], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => process.stderr.write(`${line}\n`));
  return child;
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  // Nobody asks any more: the launcher has lingered for them all.
  child.kill('SIGINT');
  await exit;
}

const PATIENCE_MS = 30_000;

async function live(child: ChildProcess, url: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error('A part of the platform stopped while it was starting.');
    const answered = await fetch(url).then((answer) => answer.ok, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('A part of the platform did not start in time.');
}

async function freePorts(count: number): Promise<number[]> {
  const { createServer } = await import('node:net');
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
