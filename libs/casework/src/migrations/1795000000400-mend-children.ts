import { createTable, dropTable, loginRole, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT, MACHINES, QUALITY } from './row-rules';

const SCHEMA = 'casework';
const LOGIN = loginRole(SCHEMA);
/** The children whose records the command under way mends. */
const MENDED = `any((select nullif(current_setting('casework.mending', true), ''))::uuid[])`;
const OF_CHILD = ['episode', 'child_allocation', 'case_meeting', 'visit', 'audit'];

/** References are corrected, and two records of one child become one; the reference that goes leads on to the one that stays. */
export class MendChildren1795000000400 implements MigrationInterface {
  name = 'MendChildren1795000000400';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.child add column merged_into uuid references ${SCHEMA}.child check (merged_into <> id)`);
    await q.query(`create index child_merged_into on ${SCHEMA}.child (merged_into) where merged_into is not null`);
    await createTable(q, SCHEMA, 'child_alias', `
      case_reference text primary key check (length(case_reference) between 1 and 50),
      child_id uuid not null references ${SCHEMA}.child`);
    await q.query(`create index child_alias_of_child on ${SCHEMA}.child_alias (child_id)`);
    const mending = `${QUALITY} and child_id = ${MENDED}`;
    await protect(q, SCHEMA, 'child_alias', { read: `exists (select from ${SCHEMA}.child c where c.id = child_id)`, write: `${IMPORT} or (${mending})` });
    await this.decisions(q);
    await q.query(`create policy child_merged on ${SCHEMA}.child as restrictive for select to ${LOGIN} using (merged_into is null or ${MACHINES} or (${QUALITY} and id = ${MENDED}))`);
    await q.query(`create policy child_mending on ${SCHEMA}.child for update to ${LOGIN} using (${QUALITY} and id = ${MENDED})`);
    for (const table of OF_CHILD) await q.query(`create policy ${table}_mending on ${SCHEMA}.${table} for update to ${LOGIN} using (${mending})`);
    await q.query(`create policy child_allocation_dropping on ${SCHEMA}.child_allocation for delete to ${LOGIN} using (${mending})`);
    await q.query(`grant delete on ${SCHEMA}.child_allocation to ${LOGIN}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`revoke delete on ${SCHEMA}.child_allocation from ${LOGIN}`);
    await q.query(`drop policy child_allocation_dropping on ${SCHEMA}.child_allocation`);
    for (const table of ['child', ...OF_CHILD]) await q.query(`drop policy ${table}_mending on ${SCHEMA}.${table}`);
    await q.query(`drop policy child_merged on ${SCHEMA}.child`);
    await dropTable(q, SCHEMA, 'child_mending_reason');
    await dropTable(q, SCHEMA, 'child_alias');
    await q.query(`alter table ${SCHEMA}.child drop column merged_into`);
  }

  /** Why, and by whom: added to, never changed. */
  private async decisions(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'child_mending_reason', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      merged_id uuid references ${SCHEMA}.child,
      kind text not null check (kind in ('REFERENCE_CORRECTED', 'MERGED')),
      decided_at timestamptz not null,
      by_id uuid not null,
      reason text not null check (length(reason) between 1 and 20000),
      check ((kind = 'MERGED') = (merged_id is not null))`);
    await q.query(`create index child_mending_reason_of_child on ${SCHEMA}.child_mending_reason (child_id)`);
    await protect(q, SCHEMA, 'child_mending_reason', { read: `${QUALITY} and exists (select from ${SCHEMA}.child c where c.id = child_id)`, write: `${QUALITY} and child_id = ${MENDED}` });
    await q.query(`revoke update on ${SCHEMA}.child_mending_reason from ${LOGIN}`);
  }
}
