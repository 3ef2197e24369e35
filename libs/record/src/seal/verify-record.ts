import type { SubgraphName } from '@qaf/database';
import type { Client } from 'pg';
import { checkChain, type ChainCheck, type ChainSource } from './check-chain';
import { sealKey } from './digests';
import { recordClient } from './record-client';
import { LINE, SEAL } from './record-sql';

/** A subgraph's own record and seals. */
export function recordSource(client: Pick<Client, 'query'>): ChainSource {
  return {
    seals: async (after, most) => (await client.query(`select ${SEAL} from access_batch where seq > $1 order by seq limit $2`, [after, most])).rows,
    lines: async (fromId, toId) => (await client.query(`select id::float8 as id, ${LINE} as line from access_record where id between $1 and $2 order by id`, [fromId, toId])).rows,
  };
}

/** Checks the whole record of one subgraph against its seals, as its own login. Changes nothing. */
export async function verifyRecord(options: { from: SubgraphName; url: string; secret: string }): Promise<ChainCheck> {
  const client = await recordClient(options.url, options.from);
  try {
    return await checkChain(recordSource(client), sealKey(options.secret, options.from));
  } finally {
    await client.end();
  }
}
