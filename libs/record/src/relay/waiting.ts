import { queueSchema, type SubgraphName } from '@qaf/database';
import type { Pool } from 'pg';
import type { Routes } from '../event/domain-event';
import { ATTEMPTS } from '../tables/queue-settings';
import { receiverOf } from '../tables/queue-names';

/** Events of one type, on their way to one receiver, in one state. */
export interface WaitingEvents {
  type: string;
  /** Null where no route of this version takes the type. */
  to: SubgraphName | null;
  /** `created` waits its turn, `retry` for its next attempt, `active` is under way, `failed` for a replay, `unrouted` for a version that routes it. */
  state: 'created' | 'retry' | 'active' | 'failed' | 'unrouted';
  count: number;
}

/** Everything that has been published and not yet taken. */
export async function waitingEvents(pool: Pool, from: SubgraphName, routes: Routes): Promise<WaitingEvents[]> {
  const schema = queueSchema(from);
  // One statement sees one moment: an event that is just moving is in one table or the other.
  const { rows } = await pool.query(
    `select type, null as queue, 'created' as state, count(*)::int as count from ${schema}.outgoing group by type
     union all
     select type, 'to-' || receiver, 'created', count(*)::int from ${schema}.backlog group by type, receiver
     union all
     select data->>'type', name, state::text, count(*)::int from ${schema}.job
     where state in ('created', 'retry', 'active', 'failed') group by 1, 2, 3`,
  );
  const queued = rows.filter(({ queue }) => queue !== null).map(({ queue, ...rest }) => ({ ...rest, to: receiverOf(queue) }));
  const outgoing = rows.filter(({ queue }) => queue === null).flatMap(({ type, count }) => perReceiver(type, count, routes));
  return merged([...queued, ...outgoing]);
}

/** Whether anything routed has still to be taken. Cheap, however much there is. */
export async function anythingWaits(pool: Pool, from: SubgraphName, routes: Routes): Promise<boolean> {
  const schema = queueSchema(from);
  const { rows } = await pool.query(
    `select exists (select from ${schema}.outgoing where type = any($1)) or exists (select from ${schema}.backlog)
       or exists (select from ${schema}.job where state in ('created', 'retry', 'active', 'failed')) as any`,
    [Object.keys(routes)],
  );
  return rows[0].any;
}

/** Gives every failed event its attempts back. Its subject's order holds: what came after it still waits behind it. */
export async function replay(pool: Pool, from: SubgraphName): Promise<number> {
  const { rowCount } = await pool.query(
    `update ${queueSchema(from)}.job
     set state = 'retry', retry_limit = retry_count + $1, completed_on = null, start_after = now() where state = 'failed'`,
    [ATTEMPTS],
  );
  return rowCount ?? 0;
}

/** Frees what has been under way for longer than `seconds`: its relay is gone. */
export async function freeAbandoned(pool: Pool, from: SubgraphName, seconds: number): Promise<void> {
  await pool.query(
    `update ${queueSchema(from)}.job set state = 'retry', start_after = now()
     where state = 'active' and started_on <= now() - $1 * interval '1 second'`,
    [seconds],
  );
}

function perReceiver(type: string, count: number, routes: Routes): WaitingEvents[] {
  const receivers = routes[type];
  if (!receivers) return [{ type, to: null, state: 'unrouted', count }];
  return receivers.map((to) => ({ type, to, state: 'created', count }));
}

function merged(parts: WaitingEvents[]): WaitingEvents[] {
  const sums = new Map<string, WaitingEvents>();
  for (const part of parts) {
    const key = `${part.type} ${part.to} ${part.state}`;
    const sum = sums.get(key);
    if (sum) sum.count += part.count;
    else sums.set(key, { ...part });
  }
  return [...sums.values()];
}
