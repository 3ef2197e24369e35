import { queueSchema, type SubgraphName } from '@qaf/database';
import { Client } from 'pg';

/**
 * One relay, and one sealer, leads for each subgraph, however many copies run: the one whose connection holds the
 * advisory lock. When that process dies the server frees the lock, and the next leader knows that whatever was under
 * way is nobody's.
 */
export class Leadership {
  readonly client: Client;
  /** Aborts when the connection, and with it the lock, is gone. */
  readonly lost: AbortSignal;

  private constructor(client: Client, lost: AbortSignal) {
    this.client = client;
    this.lost = lost;
  }

  /** Undefined while another leads in the same task. */
  static async take(url: string, from: SubgraphName, task: 'relay' | 'sealer' = 'relay'): Promise<Leadership | undefined> {
    const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 20_000 });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [`${queueSchema(from)}.${task}`]);
      if (rows[0].held === true) return new Leadership(client, lost.signal);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return undefined;
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
