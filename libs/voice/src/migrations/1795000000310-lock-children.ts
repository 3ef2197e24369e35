import { loginRole } from '@qaf/database';
import { barLocked, dropEmergencyTable, dropLockTable, emergencyTable, lockTable, named, seenInEmergency, unbarLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';

const LOGIN = loginRole(SCHEMA);
const BARRED = ['child_place', 'invitation', 'identified_response', 'views_record'];
/** For reading alone. Answers with consent are for whom the family consented to, and where a child is placed says who may add to the record. */
const OPENED = ['invitation', 'views_record'];
const CASEWORKERS = `(select viewer_holds('practitioner', 'senior_social_worker', 'iro', 'team_manager', 'service_manager', 'head_of_service',
  'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer'))`;

/** What is kept about a locked child is there for those whom the lock names; in an emergency a manager reads it for a day. */
export class LockChildren1795000000310 implements MigrationInterface {
  name = 'LockChildren1795000000310';

  async up(q: QueryRunner): Promise<void> {
    await lockTable(q, SCHEMA);
    await emergencyTable(q, SCHEMA);
    for (const table of OPENED) {
      await q.query(`create policy ${table}_named on ${SCHEMA}.${table} for select to ${LOGIN} using (${CASEWORKERS} and (${named(SCHEMA)} or ${seenInEmergency(SCHEMA)}))`);
    }
    for (const table of BARRED) await barLocked(q, SCHEMA, table);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of BARRED) await unbarLocked(q, SCHEMA, table);
    for (const table of OPENED) await q.query(`drop policy ${table}_named on ${SCHEMA}.${table}`);
    await dropEmergencyTable(q, SCHEMA);
    await dropLockTable(q, SCHEMA);
  }
}
