import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { claim, keepClaim, serverUrl, type Claim, type ServerNews, type TakeClaim } from './claim';
import { openCluster, type Cluster } from './cluster';
import type { DatabaseServer } from './database-server';
import { setGuard, type Guard } from './guard';
import { launch, type ServerSettings } from './launch';
import { findPostmaster } from './postmaster';

export const DATABASE = 'qaf';
const PATIENCE_MS = 60_000;
const ATTEMPTS = 3;
/** A port taken in the last moment; the last sessions of a server that was killed. */
const PASSING = /Address already in use|still in use/;

export interface EmbeddedOptions {
  dataDir: string;
  log?: (message: string) => void;
  /** Server settings beside ours; tests of throw-away data trade safety for speed with it. */
  settings?: ServerSettings;
  /** Told when the server dies while it is used, and what becomes of it. */
  news?: ServerNews | undefined;
}

/** Starts the embedded server of this folder, or adopts the one that runs. It stops when its last user has gone; if it dies before, it is started again. */
export async function openEmbedded({ dataDir, log = () => undefined, settings = {}, news }: EmbeddedOptions): Promise<DatabaseServer> {
  const cluster = await openCluster(dataDir, log, { sync: settings['fsync'] !== 'off' });
  // Before the server: whatever happens from here on, somebody is there to stop it.
  const guard = setGuard(cluster.folder);
  let held: Claim | null = null;
  const stop = async (): Promise<void> => {
    // The claim's connection does not keep this process alive, and must be let go in good order.
    const alive = setInterval(() => undefined, 1_000);
    await held?.release();
    await guard.dismiss();
    clearInterval(alive);
  };
  try {
    const claimed = keepClaim(startOrAdopt(cluster, settings, log), tellBoth(guard, news));
    // Both are awaited whatever happens, so that a failure of one leaves nothing of the other behind.
    const [server, watchdog] = await Promise.allSettled([claimed, guard.standing]);
    if (server.status === 'rejected') throw server.reason;
    held = server.value;
    if (watchdog.status === 'rejected') throw watchdog.reason;
    guard.claimed();
    const adminUrl = serverUrl(cluster, held.port, DATABASE);
    await ensureOwnDatabase(serverUrl(cluster, held.port, 'postgres'));
    return { adminUrl, embedded: true, stop: once(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The watchdog must know whether a server may still be coming. */
function tellBoth(guard: Guard, news: ServerNews | undefined): ServerNews {
  return {
    lost: () => (guard.lost(), news?.lost()),
    back: () => (guard.claimed(), news?.back()),
    failed: (words) => news?.failed(words),
  };
}

function startOrAdopt(cluster: Cluster, settings: ServerSettings, log: (message: string) => void): TakeClaim {
  return async ({ port, onLost, unwanted }) => {
    const deadline = Date.now() + PATIENCE_MS;
    let failures = 0;
    while (Date.now() < deadline && !unwanted()) {
      const running = findPostmaster(cluster.data);
      if (running?.ready) {
        const held = await claim(cluster, running.port, onLost);
        if (held) return held;
      }
      if (!running) {
        log('Starting the database.');
        const said = await launch(cluster, settings, port);
        // Lost a race to another start, which is as good; anything else is tried again a few times.
        if (said !== null && !PASSING.test(said) && !findPostmaster(cluster.data) && ++failures === ATTEMPTS) throw new Error(`The database did not start. It said:\n${said}`);
        if (said === null) continue;
      }
      await sleep(running ? 20 : 100);
    }
    if (unwanted()) return null;
    throw new Error(`The database in ${cluster.folder} did not answer within ${PATIENCE_MS / 1000} seconds.`);
  };
}

async function ensureOwnDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another start made it a moment ago.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}
