import type { SubgraphName } from '@qaf/database';
import { type ChainSource, MOMENT, SEAL } from '@qaf/record';

interface Asked {
  query(sql: string, params: unknown[]): Promise<{ rows: unknown[] }>;
}

const LINE = `json_build_array(record_id, ${MOMENT('min(at)')}, min(person_id::text), min(request), min(operation), min(entity_type),
  coalesce(array_agg(object_id order by position) filter (where object_id is not null), '{}'), min(action), min(purpose), min(outcome))::text`;

/** Governance's copy of one subgraph's record, put together again line by line. */
export function copyOf(client: Asked, from: SubgraphName): ChainSource {
  return {
    seals: async (after, most) => (await client.query(`select ${SEAL} from record_batch where subgraph = $1 and seq > $2 order by seq limit $3`, [from, after, most])).rows as never,
    lines: async (fromId, toId) =>
      (await client.query(`select record_id::float8 as id, ${LINE} as line from access_entry where subgraph = $1 and record_id between $2 and $3 group by record_id order by record_id`, [from, fromId, toId])).rows as never,
  };
}
