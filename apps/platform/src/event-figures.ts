import type { Metrics } from '@qaf/gateway';
import type { OpenGraph } from './graph';

const STATES = ['created', 'retry', 'active', 'failed', 'unrouted'] as const;

/** How many events of each part wait, and how many failed and want a replay. */
export async function measureEvents({ relays }: OpenGraph, metrics: Metrics): Promise<void> {
  for (const [from, relay] of Object.entries(relays)) {
    const waiting = await relay.waiting();
    for (const state of STATES) {
      const count = waiting.filter((events) => events.state === state).reduce((sum, events) => sum + events.count, 0);
      metrics.measured('qaf_events_waiting', 'Events published and not yet taken.', count, { from, state });
    }
  }
}
