import type { SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';
import { accessTable } from './access-table';
import { createQueues, dropQueues } from './queue-tables';

/**
 * For a subgraph's first migration: the access record, the events already handled, and the outgoing queue.
 * Run by the schema's owner, inside the migration's transaction.
 */
export async function recordTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await q.query(accessTable(schema));
  await q.query(handledTable(schema));
  await createQueues(q, schema);
}

/** Takes back what recordTables made, with everything in it. */
export async function dropRecordTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropQueues(q, schema);
  await q.query(`drop table ${schema}.handled_event; drop table ${schema}.access_record`);
}

/** No viewer stands behind an event that comes in, so the rule lets the application's login in and nobody else. */
function handledTable(schema: SubgraphName): string {
  return `
    create table ${schema}.handled_event (
      id uuid primary key,
      type text not null,
      handled_at timestamptz not null default clock_timestamp()
    );
    alter table ${schema}.handled_event enable row level security;
    alter table ${schema}.handled_event force row level security;
    create policy handled_event_read on ${schema}.handled_event for select to qaf_${schema} using (true);
    create policy handled_event_write on ${schema}.handled_event for insert to qaf_${schema} with check (true);
    grant select, insert (id, type) on ${schema}.handled_event to qaf_${schema};`;
}
