import { setTimeout as pause } from 'node:timers/promises';
import type { OpenGraph } from '@qaf/platform';

/** Waits for what was published to have its effect. Answers what to say of it. */
export async function settle(graph: Pick<OpenGraph, 'settled' | 'relays'>, timeoutMs: number): Promise<string> {
  const over = new AbortController();
  const settled = graph.settled(timeoutMs).then(() => true, () => false);
  const done = await Promise.race([settled, pause(timeoutMs, false, { signal: over.signal })]);
  over.abort();
  if (done) return 'Every event has had its effect.';
  const waiting = (await Promise.all(Object.values(graph.relays).map((relay) => relay.waiting()))).flat();
  const count = waiting.filter(({ state }) => state !== 'unrouted').reduce((sum, one) => sum + one.count, 0);
  return `${count} events still wait; they are delivered while the platform runs.`;
}
