import type { SubgraphName } from '@qaf/database';

/** Every subgraph that can receive events. */
export const RECEIVERS: readonly SubgraphName[] = ['workforce', 'casework', 'voice', 'governance'];

/** The schema that holds one subgraph's outgoing events and its queues. */
export function queueSchema(from: SubgraphName): string {
  return `${from}_queue`;
}

/** The queue of one receiver. */
export function queueTo(receiver: SubgraphName): string {
  return `to-${receiver}`;
}

/** The receiver of one queue. */
export function receiverOf(queue: string): SubgraphName {
  return queue.replace(/^to-/, '') as SubgraphName;
}
