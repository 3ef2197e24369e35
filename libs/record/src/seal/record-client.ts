import type { SubgraphName } from '@qaf/database';
import { RECORD_PERSON } from '@qaf/identity';
import { Client } from 'pg';

/** A connection of the subgraph's login that sees the record and its seals and nothing else. */
export async function recordClient(url: string, from: SubgraphName): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 20_000, application_name: `record ${from}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await seeRecord(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Makes a connection the machine that keeps the record, until it ends. */
export async function seeRecord(client: Client): Promise<void> {
  await client.query(`select set_config('qaf.person', $1, false), set_config('qaf.roles', '{machine_record}', false)`, [RECORD_PERSON]);
}
