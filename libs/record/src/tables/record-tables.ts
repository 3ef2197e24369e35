import { appendOnly, createTable, dropTable, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';
import { accessTable } from './access-table';
import { createQueues, dropQueues } from './queue-tables';

const HANDLED = `
  id uuid primary key,
  type text not null,
  handled_at timestamptz not null default clock_timestamp()`;

/**
 * For a subgraph's first migration: the access record, the events already handled, and the outgoing queue.
 * Run by the schema's owner, inside the migration's transaction.
 */
export async function recordTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await q.query(accessTable(schema));
  await createTable(q, schema, 'handled_event', HANDLED);
  // No viewer stands behind an event that comes in.
  await appendOnly(q, schema, 'handled_event', { read: 'true' });
  await createQueues(q, schema);
}

/** Takes back what recordTables made, with everything in it. */
export async function dropRecordTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropQueues(q, schema);
  await dropTable(q, schema, 'handled_event');
  await dropTable(q, schema, 'access_record');
}
