import { loginRole, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';
import { named } from './lock-rules';

/** Lets those whom a lock names read what a table holds about the child, wherever they stand and if `who` holds for them. */
export async function openToNamed(q: QueryRunner, schema: SubgraphName, table: string, who: string): Promise<void> {
  await q.query(`create policy ${table}_named on ${schema}.${table} for select to ${loginRole(schema)} using (${who} and ${named(schema)})`);
}

export async function closeToNamed(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  await q.query(`drop policy ${table}_named on ${schema}.${table}`);
}

/** SQL: the ids of children whose lock names the viewer, as an array that an index is asked with. For a list's `near`. */
export const NAMED_CHILDREN = 'array(select l.child_id from child_lock l where l.locked and (select viewer_worker()) = any(l.worker_ids))';
