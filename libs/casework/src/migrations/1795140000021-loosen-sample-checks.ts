import { withoutRowRules } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role's name may hold digits, and a whole sample is the plainest: the check of migrations can make up a row of each table. */
export class LoosenSampleChecks1795140000021 implements MigrationInterface {
  name = 'LoosenSampleChecks1795140000021';

  async up(q: QueryRunner): Promise<void> {
    await checked(q, 'audit_schedule', 'role', `role ~ '^[a-z0-9_]{2,40}$'`);
    await checked(q, 'sample', 'method', `method in ('WHOLE', 'RANDOM', 'QUOTA')`);
  }

  /** No role of before has a digit: it is left out of the name. */
  async down(q: QueryRunner): Promise<void> {
    await withoutRowRules(q, 'casework', 'audit_schedule', () => q.query(`update casework.audit_schedule set role = translate(role, '0123456789', '') where role ~ '[0-9]'`));
    await checked(q, 'audit_schedule', 'role', `role ~ '^[a-z_]{2,40}$'`);
    await checked(q, 'sample', 'method', `method in ('RANDOM', 'QUOTA', 'WHOLE')`);
  }
}

async function checked(q: QueryRunner, table: string, column: string, condition: string): Promise<void> {
  const name = `${table}_${column}_check`;
  await q.query(`alter table casework.${table} drop constraint ${name}, add constraint ${name} check (${condition})`);
}
