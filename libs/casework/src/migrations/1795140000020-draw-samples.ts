import { appendOnly, createTable, dropTable, keepHistory, loginRole, protect } from '@qaf/database';
import { barLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, IMPORT, MACHINES, ME, QUALITY } from './row-rules';

const SCHEMA = 'casework';
const LOGIN = loginRole(SCHEMA);
const LEADS = `(select viewer_holds('principal_social_worker', 'qpa_officer', 'principal_iro', 'compass_service_manager', 'early_help_service_manager'))`;
const MENDED = `any((select nullif(current_setting('casework.mending', true), ''))::uuid[])`;

/** Who audits how many, samples with the frame they were drawn from, and who gave an audit to whom. */
export class DrawSamples1795140000020 implements MigrationInterface {
  name = 'DrawSamples1795140000020';

  async up(q: QueryRunner): Promise<void> {
    await this.schedules(q);
    await createTable(q, SCHEMA, 'sample', sampleColumns);
    await q.query(`create index sample_drawn_by on ${SCHEMA}.sample (drawn_by); create index sample_drawn_on on ${SCHEMA}.sample (drawn_on)`);
    await appendOnly(q, SCHEMA, 'sample', { read: `${MACHINES} or ${QUALITY} or (${LEADS} and drawn_by = ${ME})` });
    await q.query(`create policy sample_by_leads on ${SCHEMA}.sample as restrictive for insert to ${LOGIN} with check (${IMPORT} or (${LEADS} and drawn_by = ${ME}))`);
    await this.cases(q);
    await this.audits(q);
    await this.reminders(q);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['audit_reminder', 'audit_reallocation']) await dropTable(q, SCHEMA, table);
    await q.query(`alter table ${SCHEMA}.audit drop column sample_id`);
    for (const table of ['sample_case', 'sample', 'audit_schedule']) await dropTable(q, SCHEMA, table);
  }

  private async schedules(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_schedule', `
      id uuid primary key default gen_random_uuid(),
      role text not null check (role ~ '^[a-z_]{2,40}$'),
      tool_id uuid not null references ${SCHEMA}.audit_tool,
      kind text not null check (kind in ('CHILD_JOURNEY', 'THEMED', 'JOINT')),
      times int not null check (times between 1 and 100),
      per text not null check (per in ('WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
      with_worker boolean not null default false,
      source text not null check (length(source) between 1 and 200),
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1,
      constraint audit_schedule_no_overlap exclude using gist (role with =, tool_id with =, kind with =, daterange(valid_from, valid_to) with &&)`);
    await protect(q, SCHEMA, 'audit_schedule', { read: `${ME} is not null or ${MACHINES}`, write: `${QUALITY} or ${IMPORT}` });
    await keepHistory(q, SCHEMA, 'audit_schedule');
  }

  /** The frame. `case_key` is the child as the draw named it and never changes; `child_id` follows where two records become one. */
  private async cases(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'sample_case', `
      id uuid primary key default gen_random_uuid(),
      sample_id uuid not null references ${SCHEMA}.sample,
      case_key uuid not null,
      child_id uuid not null references ${SCHEMA}.child,
      team_id uuid,
      plan_type text not null,
      excluded text check (excluded in ('AUDITED_LATELY', 'ONLY_LINE_MANAGERS')),
      place int check (place is null or (place > 0 and excluded is null)),
      unique (sample_id, case_key),
      unique (sample_id, place)`);
    await q.query(`create index sample_case_of_child on ${SCHEMA}.sample_case (child_id)`);
    const seen = `${MACHINES} or (${CASEWORKERS} and exists (select from ${SCHEMA}.sample s where s.id = sample_id) and exists (select from ${SCHEMA}.child c where c.id = child_id))`;
    await appendOnly(q, SCHEMA, 'sample_case', { read: seen });
    await q.query(`create policy sample_case_by_drawer on ${SCHEMA}.sample_case as restrictive for insert to ${LOGIN}
      with check (${IMPORT} or exists (select from ${SCHEMA}.sample s where s.id = sample_id and s.drawn_by = ${ME}))`);
    await q.query(`create policy sample_case_mending on ${SCHEMA}.sample_case for update to ${LOGIN} using (${QUALITY} and child_id = ${MENDED}); grant update (child_id) on ${SCHEMA}.sample_case to ${LOGIN}`);
    await barLocked(q, SCHEMA, 'sample_case');
  }

  private async audits(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.audit add column sample_id uuid references ${SCHEMA}.sample; create index audit_of_sample on ${SCHEMA}.audit (sample_id) where sample_id is not null`);
    await createTable(q, SCHEMA, 'audit_reallocation', `
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references ${SCHEMA}.audit,
      from_id uuid not null,
      to_id uuid not null check (to_id <> from_id),
      position int not null check (position > 0),
      on_day date not null,
      by_id uuid not null,
      reason text not null check (length(reason) between 1 and 20000),
      unique (audit_id, position)`);
    await appendOnly(q, SCHEMA, 'audit_reallocation', { read: `exists (select from ${SCHEMA}.audit a where a.id = audit_id)` });
    await q.query(`create policy audit_reallocation_by_leads on ${SCHEMA}.audit_reallocation as restrictive for insert to ${LOGIN} with check (${IMPORT} or (${LEADS} and by_id = ${ME}))`);
  }

  private async reminders(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_reminder', `
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references ${SCHEMA}.audit,
      auditor_id uuid not null,
      kind text not null check (kind in ('DUE_SOON', 'OVERDUE')),
      due_on date not null,
      reminded_on date not null,
      unique (audit_id, auditor_id, kind, due_on)`);
    await appendOnly(q, SCHEMA, 'audit_reminder', { read: `exists (select from ${SCHEMA}.audit a where a.id = audit_id)` });
    await q.query(`create policy audit_reminder_by_leads on ${SCHEMA}.audit_reminder as restrictive for insert to ${LOGIN} with check (${IMPORT} or ${LEADS})`);
  }
}

const sampleColumns = `
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 200),
  tool_version_id uuid not null references ${SCHEMA}.audit_tool_version,
  kind text not null check (kind in ('CHILD_JOURNEY', 'THEMED', 'JOINT')),
  with_worker boolean not null,
  method text not null check (method in ('RANDOM', 'QUOTA', 'WHOLE')),
  size int check (size > 0),
  quotas jsonb,
  plan_types text[] not null,
  team_ids uuid[] not null,
  audited_within_days int not null check (audited_within_days >= 0),
  auditor_ids uuid[] not null,
  seed int not null check (seed >= 0),
  generator text not null,
  frame_size int not null check (frame_size >= 0),
  frame_digest text not null check (frame_digest ~ '^[0-9a-f]{64}$'),
  strata jsonb not null,
  drawn_count int not null check (drawn_count >= 0),
  drawn_on date not null,
  drawn_by uuid not null,
  check ((method = 'RANDOM') = (size is not null)),
  check ((method = 'QUOTA') = (quotas is not null))`;
