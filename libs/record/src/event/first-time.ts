import { returnedRows, type Transaction } from '../transaction';
import type { DomainEvent } from './domain-event';

/**
 * Notes, in the receiver's transaction, that the event is handled. True the first time, false if it was handled before:
 * then the receiver does nothing more and answers that all is well. Two deliveries at once wait for each other here.
 */
export async function firstTime(tx: Transaction, event: Pick<DomainEvent<object>, 'id' | 'type'>): Promise<boolean> {
  const result = await tx.query('insert into handled_event (id, type) values ($1, $2) on conflict do nothing returning id', [event.id, event.type]);
  return returnedRows(result).length > 0;
}
