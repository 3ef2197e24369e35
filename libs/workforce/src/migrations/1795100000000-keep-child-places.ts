import { createTable, dropTable, loginRole, protect } from '@qaf/database';
import { barLocked, closeToNamed, openToNamed } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'workforce';
const LOGIN = loginRole(SCHEMA);
const ME = `(select viewer_worker())`;
const MACHINES = `(select viewer_holds('machine_event', 'machine_import'))`;
const CASEWORKERS = `(select viewer_holds('practitioner', 'senior_social_worker', 'iro', 'team_manager', 'service_manager', 'head_of_service',
  'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer'))`;
const NEAR = `worker_id = ${ME} or iro_id = ${ME} or worker_id = any((select viewer_workers())::uuid[]) or team_id = any((select viewer_teams())::uuid[])
  or (select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer'))`;

/** Supervision speaks of children whom its writer may see, and those whom a lock names read what it said of the child. */
export class KeepChildPlaces1795100000000 implements MigrationInterface {
  name = 'KeepChildPlaces1795100000000';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'child_place', 'child_id uuid primary key, worker_id uuid, team_id uuid, iro_id uuid, told_at timestamptz not null');
    for (const column of ['worker', 'team', 'iro']) await q.query(`create index child_place_of_${column} on ${SCHEMA}.child_place (${column}_id)`);
    await protect(q, SCHEMA, 'child_place', { read: `${MACHINES} or (${CASEWORKERS} and (${NEAR}))`, write: MACHINES });
    await barLocked(q, SCHEMA, 'child_place');
    await openToNamed(q, SCHEMA, 'child_place', CASEWORKERS);
    await openToNamed(q, SCHEMA, 'case_discussion', CASEWORKERS);
    await q.query(`create policy case_discussion_of_seen on ${SCHEMA}.case_discussion as restrictive for insert to ${LOGIN}
      with check (${MACHINES} or exists (select from ${SCHEMA}.child_place p where p.child_id = case_discussion.child_id))`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop policy case_discussion_of_seen on ${SCHEMA}.case_discussion`);
    await closeToNamed(q, SCHEMA, 'case_discussion');
    await dropTable(q, SCHEMA, 'child_place');
  }
}
