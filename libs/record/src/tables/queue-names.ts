import type { SubgraphName } from '@qaf/database';

/** The queue of one receiver. */
export function queueTo(receiver: SubgraphName): string {
  return `to-${receiver}`;
}

/** The receiver of one queue. */
export function receiverOf(queue: string): SubgraphName {
  return queue.replace(/^to-/, '') as SubgraphName;
}
