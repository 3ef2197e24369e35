import { Client } from 'pg';
import type { TestServer } from './global-setup';
import { adminUrl, runPrefix } from './test-run';

/** After the last test: nothing is left running, on disk or on the server that was lent. */
// eslint-disable-next-line no-restricted-syntax -- Jest asks for a default export
export default async function globalTeardown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: TestServer };
  await (testServer ? testServer.stop() : dropDatabases());
}

async function dropDatabases(): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [runPrefix()]);
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  await client.end();
}
