import { createTable, dropTable, loginRole, protect, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';
import { unbarred } from './lock-rules';

const MACHINES = ['machine_event', 'machine_import'];

/** Which children are locked and for whom: casework's own, and the copies that events keep. The row rules ask it; the graph never shows it. */
export async function lockTable(q: QueryRunner, schema: SubgraphName, keepers: readonly string[] = []): Promise<void> {
  await createTable(q, schema, 'child_lock', `
    child_id uuid primary key,
    locked boolean not null,
    worker_ids uuid[] not null,
    told_at timestamptz not null`);
  await q.query(`create index child_lock_locked on ${schema}.child_lock (child_id) where locked`);
  await protect(q, schema, 'child_lock', { read: `(select viewer_person()) is not null`, write: holds([...MACHINES, ...keepers]) });
}

/** Who sees a child beyond their rows, and until when. Each sees their own. */
export async function emergencyTable(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await createTable(q, schema, 'emergency_access', `
    id uuid primary key,
    child_id uuid not null,
    worker_id uuid not null,
    until timestamptz not null`);
  await q.query(`create index emergency_access_of_worker on ${schema}.emergency_access (worker_id, until)`);
  await protect(q, schema, 'emergency_access', { read: `worker_id = (select viewer_worker()) or ${holds(MACHINES)}`, write: holds(MACHINES) });
  await q.query(`revoke update on ${schema}.emergency_access from ${loginRole(schema)}`);
}

/** Bars the rows of a table that are about a locked child, for reading and for writing, whatever else lets the viewer in. */
export async function barLocked(q: QueryRunner, schema: SubgraphName, table: string, child = 'child_id'): Promise<void> {
  await q.query(`create policy ${table}_locked on ${schema}.${table} as restrictive for all to ${loginRole(schema)} using (${unbarred(schema, child)})`);
}

export async function unbarLocked(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  await q.query(`drop policy ${table}_locked on ${schema}.${table}`);
}

export async function dropLockTable(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropTable(q, schema, 'child_lock');
}

export async function dropEmergencyTable(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropTable(q, schema, 'emergency_access');
}

function holds(roles: readonly string[]): string {
  return `(select viewer_holds(${roles.map((role) => `'${role}'`).join(', ')}))`;
}
