import { appendOnly, createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const MACHINES = `(select governance.viewer_holds('machine_event', 'machine_import'))`;
const ME = `(select governance.viewer_worker())`;
const MY_WORKERS = `any((select governance.viewer_workers())::uuid[])`;
const MY_TEAMS = `any((select governance.viewer_teams())::uuid[])`;
const QUALITY = `(select governance.viewer_holds('principal_social_worker', 'qpa_officer'))`;
const PRINCIPAL_IRO = `(select governance.viewer_holds('principal_iro'))`;

const PARTIES = ['owner_id', 'deputy_id', 'verifier_id', 'opened_by_id', 'worker_id', 'team_id', 'service_id'];

// Those who are part of an action, the line of management above it, quality, and the leadership of children's services.
const DETAIL = `${ME} in (owner_id, deputy_id, verifier_id, opened_by_id)
  or owner_id = ${MY_WORKERS} or worker_id = ${MY_WORKERS} or team_id = ${MY_TEAMS}
  or service_id = any((select governance.viewer_services())::uuid[])
  or ${QUALITY} or (select governance.viewer_holds('director', 'head_of_service')) or ${MACHINES}`;

// The Chief Executive follows every action, without what it says of a person.
const ROWS = `${DETAIL} or (select governance.viewer_holds('chief_executive'))`;

/** The register of actions with their steps, and the local copies of where workers, children and audits belong. */
export class CreateActionRegister1764000000002 implements MigrationInterface {
  name = 'CreateActionRegister1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await this.places(q);
    await this.actions(q);
    await this.steps(q);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['action_step', 'action', 'audit_place', 'child_place', 'worker_place']) await dropTable(q, SCHEMA, table);
    await q.query(`drop function ${SCHEMA}.sees_action_detail; drop function ${SCHEMA}.refuse_change_of_closed_action`);
  }

  /** Copies that events keep. A stale one can only narrow what somebody sees or may do. */
  private async places(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'worker_place', 'worker_id uuid primary key, team_id uuid, service_id uuid, manager_id uuid, left_on date');
    await createTable(q, SCHEMA, 'child_place', 'child_id uuid primary key, worker_id uuid, team_id uuid, iro_id uuid');
    await createTable(q, SCHEMA, 'audit_place', `
      audit_id uuid primary key,
      child_id uuid not null,
      worker_id uuid,
      team_id uuid,
      auditor_id uuid not null,
      grade text not null check (grade in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')),
      submitted_on date not null`);
    await index(q, 'child_place', ['worker_id', 'team_id', 'iro_id']);
    await index(q, 'audit_place', ['worker_id', 'team_id', 'auditor_id']);
    const chain = `worker_id = ${MY_WORKERS} or team_id = ${MY_TEAMS} or ${QUALITY} or ${MACHINES}`;
    await protect(q, SCHEMA, 'worker_place', { read: '(select governance.viewer_person()) is not null', write: MACHINES });
    await protect(q, SCHEMA, 'child_place', { read: `${ME} in (worker_id, iro_id) or ${chain} or ${PRINCIPAL_IRO}`, write: MACHINES });
    await protect(q, SCHEMA, 'audit_place', { read: `${ME} = auditor_id or ${chain}`, write: MACHINES });
  }

  private async actions(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'action', `
      id uuid primary key default gen_random_uuid(),
      title text not null check (length(title) between 1 and 200),
      description text,
      source_kind text not null check (source_kind in ('AUDIT', 'SUPERVISION', 'COMPLAINT', 'REVIEW', 'SURVEY', 'INSPECTION', 'MEETING', 'OBSERVATION', 'OTHER')),
      source_id uuid,
      source_event uuid unique,
      source_grade text check (source_grade in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')),
      child_id uuid,
      owner_id uuid not null,
      deputy_id uuid check (deputy_id <> owner_id),
      verifier_id uuid check (verifier_id <> owner_id and verifier_id <> deputy_id),
      opened_by_id uuid,
      worker_id uuid,
      team_id uuid,
      service_id uuid,
      due_on date not null check (due_on >= opened_on),
      state text not null check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'CANCELLED')),
      measure text,
      evidence text,
      outcome text,
      theme_code text references ${SCHEMA}.theme (code),
      priority_code text references ${SCHEMA}.practice_priority (code),
      opened_on date not null,
      done_on date check (done_on >= opened_on),
      verified_on date check (verified_on >= done_on),
      cancelled_on date check (cancelled_on >= opened_on),
      escalation_level int not null default 0 check (escalation_level between 0 and 3),
      version int not null default 1,
      check (source_kind <> 'AUDIT' or source_id is not null),
      check (state not in ('DONE', 'VERIFIED') or (done_on is not null and evidence is not null)),
      check (state not in ('OPEN', 'IN_PROGRESS') or done_on is null),
      check ((state = 'VERIFIED') = (verified_on is not null)),
      check ((state = 'CANCELLED') = (cancelled_on is not null))`);
    await index(q, 'action', [...PARTIES, 'child_id', 'source_id', 'theme_code', 'priority_code'].map((parent) => `${parent}, due_on, id`));
    await index(q, 'action', ['due_on, id', 'opened_on, id']);
    await protect(q, SCHEMA, 'action', { read: ROWS, write: DETAIL });
    await keepHistory(q, SCHEMA, 'action');
    await q.query(`create function ${SCHEMA}.sees_action_detail(${PARTIES.map((column) => `${column} uuid`).join(', ')}) returns boolean
      language sql stable parallel safe return coalesce(${DETAIL}, false)`);
    await q.query(`create function ${SCHEMA}.refuse_change_of_closed_action() returns trigger language plpgsql as $refuse$
      begin
        raise exception using errcode = 'check_violation', constraint = 'action_closed', message = 'a closed action stays as it is';
      end $refuse$`);
    await q.query(`create trigger action_closed before update on ${SCHEMA}.action
      for each row when (old.state in ('VERIFIED', 'CANCELLED')) execute function ${SCHEMA}.refuse_change_of_closed_action()`);
  }

  private async steps(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'action_step', `
      id uuid primary key default gen_random_uuid(),
      action_id uuid not null references ${SCHEMA}.action,
      position int not null check (position > 0),
      kind text not null check (kind in ('OPENED', 'PROGRESS', 'DONE', 'VERIFIED', 'RETURNED', 'CANCELLED', 'OWNER_CHANGED', 'DUE_DATE_CHANGED', 'ESCALATED')),
      at timestamptz not null,
      by_id uuid,
      note text,
      owner_id uuid not null,
      due_on date not null,
      escalation_level int not null,
      unique (action_id, position)`);
    const args = PARTIES.map((column) => `a.${column}`).join(', ');
    await appendOnly(q, SCHEMA, 'action_step', {
      read: `exists (select 1 from ${SCHEMA}.action a where a.id = action_id and (not (select ${SCHEMA}.viewer_holds('chief_executive')) or ${SCHEMA}.sees_action_detail(${args})))`,
    });
  }
}

/** An index for each list of columns, the first of which names it. */
async function index(q: QueryRunner, table: string, lists: string[]): Promise<void> {
  for (const columns of lists) await q.query(`create index ${table}_${columns.replace(/,.*/, '')} on ${SCHEMA}.${table} (${columns})`);
}
