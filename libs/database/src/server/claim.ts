import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { ADMIN, type Cluster } from './cluster';
import { findPostmaster } from './postmaster';

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

/** Keeps a claim over a crash of the server's sessions: PostgreSQL restarts by itself and forgets its locks. */
export async function keepClaim(cluster: Cluster, first: (onLost: () => void) => Promise<Claim>): Promise<Claim> {
  let released = false;
  let held: Claim | null = null;
  const regain = async (): Promise<void> => {
    while (!released) {
      const running = findPostmaster(cluster.data);
      held = running?.ready ? await claim(cluster, running.port, () => void regain()).catch(() => null) : null;
      if (held) return released ? held.release() : undefined;
      await sleep(200, undefined, { ref: false });
    }
  };
  const original = await first(() => void regain());
  held ??= original;
  return {
    port: original.port,
    release: async () => {
      released = true;
      await held?.release();
    },
  };
}
