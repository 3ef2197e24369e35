import { queueSchema, type SubgraphName } from '@qaf/database';
import type { Transaction } from '../transaction';
import { stamped, type DomainEvent, type NewEvent } from './domain-event';

const AT_ONCE = 2000;

/** Writes one event with the change, in the caller's transaction: it exists if and only if the transaction commits. */
export async function publish<T extends object>(tx: Transaction, from: SubgraphName, event: NewEvent<T>): Promise<DomainEvent<T>> {
  const sent = stamped(from, event);
  await write(tx, from, [sent]);
  return sent;
}

/** Writes many events in the given order: one statement for each two thousand. */
export async function publishMany<T extends object>(tx: Transaction, from: SubgraphName, events: readonly NewEvent<T>[]): Promise<DomainEvent<T>[]> {
  const sent = events.map((event) => stamped(from, event));
  for (let start = 0; start < sent.length; start += AT_ONCE) {
    await write(tx, from, sent.slice(start, start + AT_ONCE));
  }
  return sent;
}

/** The identity column numbers the rows in the order of the list, because the sort comes before it. */
async function write(tx: Transaction, from: SubgraphName, sent: DomainEvent<object>[]): Promise<void> {
  const sql = `
    insert into ${queueSchema(from)}.outgoing (id, type, subject, occurred_at, data)
    select id, type, subject, occurred_at, data
    from rows from (json_to_recordset($1::text::json)
      as (id uuid, type text, subject text, "occurredAt" timestamptz, data jsonb))
      with ordinality as e (id, type, subject, occurred_at, data, position)
    order by position`;
  await tx.query(sql, [JSON.stringify(sent)]);
}
