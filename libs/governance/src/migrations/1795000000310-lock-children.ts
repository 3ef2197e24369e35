import { createTable, dropTable, protect } from '@qaf/database';
import { barLocked, dropLockTable, lockTable, unbarLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const BARRED = ['child_place', 'audit_place', 'action'];

/** Actions about a locked child are there for those whom the lock names; information governance is told of who sees beyond their rows. */
export class LockChildren1795000000310 implements MigrationInterface {
  name = 'LockChildren1795000000310';

  async up(q: QueryRunner): Promise<void> {
    await lockTable(q, SCHEMA);
    for (const table of BARRED) await barLocked(q, SCHEMA, table);
    await createTable(q, SCHEMA, 'access_notice', `
      id uuid primary key,
      worker_id uuid not null,
      granted_at timestamptz not null,
      until timestamptz not null check (until > granted_at)`);
    await q.query(`create index access_notice_granted on ${SCHEMA}.access_notice (granted_at, id)`);
    await protect(q, SCHEMA, 'access_notice', { read: `(select viewer_holds('information_governance_officer', 'machine_event'))`, write: `(select viewer_holds('machine_event'))` });
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, SCHEMA, 'access_notice');
    for (const table of BARRED) await unbarLocked(q, SCHEMA, table);
    await dropLockTable(q, SCHEMA);
  }
}
