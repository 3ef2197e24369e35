import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { ADMIN, type Cluster } from './cluster';

/**
 * Everyone who uses the server holds this advisory lock shared, on a connection of their own in the database
 * `postgres`. Who can take it alone knows that nobody uses the server. A process that dies lets go by dying.
 */
export const CLAIM = 718_001;

export interface Claim {
  port: number;
  release(): Promise<void>;
}

export function serverUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${ADMIN}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Claims the running server. Null when it is not there, still starting, or just going. */
export async function claim(cluster: Cluster, port: number, onLost: () => void): Promise<Claim | null> {
  const client = new Client({ connectionString: serverUrl(cluster, port, 'postgres'), application_name: 'claim', keepAlive: true, connectionTimeoutMillis: 5_000 });
  let released = false;
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Waits while somebody is about to stop the server; the connection then ends with it.
    await client.query('select pg_advisory_lock_shared($1)', [CLAIM]);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof DatabaseError && error.code === '28P01') throw new Error('The running database does not know the password kept beside its data.');
    return null;
  }
  client.on('end', () => (released ? undefined : onLost()));
  // A claim alone does not keep our process alive.
  (client as Client & { unref(): void }).unref();
  return {
    port,
    release: async () => {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** Takes a claim on a server that runs or is started for it, at the port given or at any; null once nobody wants it. */
export type TakeClaim = (how: { port?: number; onLost: () => void; unwanted: () => boolean }) => Promise<Claim | null>;

/** What happens to a server in use. */
export interface ServerNews {
  /** It is gone; it is being brought up again. */
  lost(): void;
  back(): void;
  /** It does not come up, in its own words; it is tried again. */
  failed(words: string): void;
}

const AGAIN_MS = 1_000;

/**
 * Keeps a claim for as long as it is wanted: a server that dropped all sessions forgets its locks, and one that died is
 * started again at the same port, where everybody looks for it.
 */
export async function keepClaim(take: TakeClaim, news: ServerNews): Promise<Claim> {
  let released = false;
  let held: Claim | null = null;
  const place: { port?: number } = {};
  let regaining: Promise<void> = Promise.resolve();
  const attempt = (): Promise<Claim | null> => take({ ...place, onLost: () => void (regaining = regain()), unwanted: () => released });
  const regain = async (): Promise<void> => {
    held = null;
    let said = '';
    news.lost();
    while (!released) {
      held = await attempt().catch((error: Error) => {
        // A cause is told once, however long it lasts.
        if (error.message !== said) news.failed((said = error.message));
        return null;
      });
      if (held) return news.back();
      await sleep(AGAIN_MS, undefined, { ref: false });
    }
  };
  const original = await attempt();
  if (!original) throw new Error('The database is not wanted any more.');
  held ??= original;
  place.port = original.port;
  return {
    port: original.port,
    release: async () => {
      released = true;
      // What is just being started must be there before it can be let go.
      await regaining;
      await held?.release();
    },
  };
}
