import { Client } from 'pg';
import type { ServerNews } from './claim';
import type { DatabaseServer } from './database-server';
import { openEmbedded } from './embedded';

const OLDEST = 15;

export interface OpenServerOptions {
  /** Another server to use instead of the embedded one, with its `sslmode` if any; the user needs to create roles and schemas. */
  url?: string | undefined;
  /** Where the embedded server keeps its data. */
  dataDir: string;
  /** Told what takes time. */
  log?: (message: string) => void;
  /** Told when the embedded server dies while it is used, and what becomes of it. */
  news?: ServerNews;
}

/** Opens a database server. Fails with the server's own words when it does not start or answer. */
export async function openServer(options: OpenServerOptions): Promise<DatabaseServer> {
  if (!options.url) return openEmbedded({ dataDir: options.dataDir, ...(options.log ? { log: options.log } : {}), news: options.news });
  await checkAnswers(options.url);
  return { adminUrl: options.url, embedded: false, stop: () => Promise.resolve() };
}

async function checkAnswers(url: string): Promise<void> {
  let client: Client;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    // The parser's words would repeat the address, and with it the password.
    throw new Error('DATABASE_URL is not the address of a PostgreSQL server.');
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int / 10000 as version`);
    if ((rows[0]?.version ?? 0) < OLDEST) throw new Error(`it is PostgreSQL ${rows[0]?.version}, and ${OLDEST} is the oldest that will do`);
  } catch (error) {
    throw new Error(`The database that DATABASE_URL names cannot be used: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
