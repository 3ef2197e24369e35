import { loginRole, queueSchema, SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import { getConstructionPlans, getUninstallPlans } from 'pg-boss';
import type { QueryRunner } from 'typeorm';
import { QUEUE_SETTINGS } from './queue-settings';
import { queueTo } from './queue-names';

/**
 * The outgoing table and pg-boss's own tables, with one strictly ordered queue for each receiver. Made here by the
 * owner, so that the application's login needs no right to create anything.
 */
export async function createQueues(q: QueryRunner, from: SubgraphName): Promise<void> {
  const schema = queueSchema(from);
  await q.query(withinTransaction(getConstructionPlans(schema, { createSchema: false })));
  for (const receiver of SUBGRAPH_NAMES) {
    await q.query(`select ${schema}.create_queue('${queueTo(receiver)}', '${JSON.stringify(QUEUE_SETTINGS)}'::jsonb)`);
  }
  await q.query(outgoingTables(schema));
  await q.query(grants(schema, loginRole(from)));
}

/** Empties the schema and leaves it: making schemas is not a migration's business. */
export async function dropQueues(q: QueryRunner, from: SubgraphName): Promise<void> {
  const schema = queueSchema(from);
  await q.query(`drop table ${schema}.outgoing; drop table ${schema}.backlog`);
  await q.query(getUninstallPlans(schema));
}

/** pg-boss wraps its plan in a transaction; inside the migration's own, its commit would end that one early. */
function withinTransaction(plan: string): string {
  const bare = plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');
  if (bare.length === plan.length || /\b(BEGIN|COMMIT);/.test(bare)) throw new Error('The plan of pg-boss has an unknown shape.');
  return bare;
}

/** Numbered in the order of publication: the number decides the order of delivery. The backlog holds what a receiver's queue has no room for yet. */
function outgoingTables(schema: string): string {
  return `
    create table ${schema}.outgoing (
      sequence bigint generated always as identity primary key,
      id uuid not null,
      type text not null,
      subject text not null,
      occurred_at timestamptz not null,
      data jsonb not null,
      written_at timestamptz not null default clock_timestamp()
    );
    create index outgoing_type on ${schema}.outgoing (type, sequence);
    create table ${schema}.backlog (
      receiver text not null,
      sequence bigint not null,
      id uuid not null,
      type text not null,
      subject text not null,
      occurred_at timestamptz not null,
      data jsonb not null,
      primary key (receiver, sequence)
    );`;
}

function grants(schema: string, login: string): string {
  return `
    grant usage on schema ${schema} to ${login};
    grant select on ${schema}.version, ${schema}.queue to ${login};
    grant select, insert, update, delete on ${schema}.job, ${schema}.job_common to ${login};
    grant select, insert, delete on ${schema}.outgoing, ${schema}.backlog to ${login};`;
}
