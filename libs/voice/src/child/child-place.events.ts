import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';
import { keepPlaces } from './child-place.writer';
import type { ChildPlace } from './child-place';

/** One child’s allocation changed. */
export async function childChanged(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  await keepPlaces(tx, [event.data as unknown as ChildPlace], event.occurredAt);
}

/** The allocations of many children changed, as after an import. */
export async function childrenChanged(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  await keepPlaces(tx, event.data['children'] as ChildPlace[], event.occurredAt);
}
