import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWER = 'casework.audit_answer';

/** Each answer says who gave it, when, and with which change of the audit: a stale save is told what it would have overwritten. */
export class KeepWhoAnswered1795140000000 implements MigrationInterface {
  name = 'KeepWhoAnswered1795140000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${ANSWER} add column audit_version int check (audit_version > 0), add column answered_by uuid, add column answered_at timestamptz`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${ANSWER} drop column audit_version, drop column answered_by, drop column answered_at`);
  }
}
