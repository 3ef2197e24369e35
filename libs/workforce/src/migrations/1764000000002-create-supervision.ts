import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'workforce';

// Both parties, the worker's line of management, and machines that load data.
const PARTIES = `supervisor_id = (select viewer_worker()) or worker_id = (select viewer_worker())
  or worker_id = any((select viewer_workers())::uuid[]) or team_id = any((select viewer_teams())::uuid[])
  or (select viewer_holds('machine_import'))`;

/** Supervision between a worker and their supervisor, and what was decided about children in it. */
export class CreateSupervision1764000000002 implements MigrationInterface {
  name = 'CreateSupervision1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'supervision_session', `
      id uuid primary key default gen_random_uuid(),
      worker_id uuid not null references ${SCHEMA}.worker,
      supervisor_id uuid not null references ${SCHEMA}.worker,
      team_id uuid references ${SCHEMA}.team,
      kind text not null check (kind in ('CASE', 'REFLECTIVE', 'PERSONAL', 'GROUP')),
      state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
      planned_for date not null,
      held_on date,
      cancelled_reason text,
      reflective_analysis boolean,
      summary text,
      version int not null default 1,
      check (worker_id <> supervisor_id),
      check ((state = 'HELD') = (held_on is not null)),
      check ((state = 'HELD') = (reflective_analysis is not null)),
      check ((state = 'CANCELLED') = (cancelled_reason is not null))`);
    await createTable(q, SCHEMA, 'case_discussion', `
      id uuid primary key default gen_random_uuid(),
      session_id uuid not null references ${SCHEMA}.supervision_session,
      worker_id uuid not null,
      supervisor_id uuid not null,
      team_id uuid,
      child_id uuid not null,
      held_on date not null,
      discussed text not null,
      decision text not null,
      agreed_actions text,
      version int not null default 1,
      unique (session_id, child_id)`);
    await q.query(`create index supervision_session_of_worker on ${SCHEMA}.supervision_session (worker_id, planned_for)`);
    await q.query(`create index supervision_session_of_supervisor on ${SCHEMA}.supervision_session (supervisor_id, planned_for)`);
    await q.query(`create index supervision_session_of_team on ${SCHEMA}.supervision_session (team_id, planned_for)`);
    await q.query(`create index supervision_session_held on ${SCHEMA}.supervision_session (worker_id, held_on) where state = 'HELD'`);
    await q.query(`create index case_discussion_of_child on ${SCHEMA}.case_discussion (child_id, held_on)`);
    for (const table of ['supervision_session', 'case_discussion']) {
      await protect(q, SCHEMA, table, { read: PARTIES });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, SCHEMA, 'case_discussion');
    await dropTable(q, SCHEMA, 'supervision_session');
  }
}
