import { nobody, signViewer } from '@qaf/identity';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { JsonPost } from '../transport/json-post';
import type { Metrics } from './metrics';

const STATES = ['created', 'retry', 'active', 'failed', 'unrouted'] as const;

/** So many events of a part are in a state. */
export interface EventsInState {
  state: string;
  count: number;
}

/** How many events of each part wait, and how many failed and want a replay. A part that does not say keeps the figures it had. */
export async function measureEvents(metrics: Metrics, waitingOf: Record<string, () => Promise<EventsInState[]>>): Promise<void> {
  const parts = Object.entries(waitingOf).map(async ([from, ask]) => {
    const waiting = await ask();
    for (const state of STATES) {
      const count = waiting.filter((events) => events.state === state).reduce((sum, events) => sum + events.count, 0);
      metrics.measured('qaf_events_waiting', 'Events published and not yet taken.', count, { from, state });
    }
  });
  await Promise.allSettled(parts);
}

const answer = z.object({ waiting: z.array(z.object({ state: z.enum(STATES), count: z.int() })).max(10_000) });

export interface HttpWaitingOptions {
  /** The subgraph's name: what is signed for it opens no other. */
  name: string;
  /** Its address for what waits. */
  url: string;
  secret: string;
  timeoutMs?: number;
}

/** Asks a part in another process what of its events waits. Throws SubgraphUnavailable or SubgraphTimeout when it does not say. */
export function httpWaiting({ name, url, secret, timeoutMs = 1_000 }: HttpWaitingOptions): (() => Promise<EventsInState[]>) & { close(): Promise<void> } {
  const post = new JsonPost({ url, timeoutMs });
  const ask = async (): Promise<EventsInState[]> => {
    const requestId = randomUUID();
    const token = await signViewer(nobody(requestId), { audience: name, secret });
    return answer.parse(await post.send({ authorization: `Bearer ${token}`, 'x-request-id': requestId }, {})).waiting;
  };
  return Object.assign(ask, { close: () => post.close() });
}
