import { changeProtection, createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, chainOf, IMPORT, leadersOf, MACHINES, ME, QUALITY } from './row-rules';

const SCHEMA = 'casework';
const UNLOCKED = `(not locked or (select viewer_holds('director', 'head_of_service')))`;
const SEES_ALL = `(select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer'))`;
const NEAR = [`worker_id = ${ME}`, leadersOf('team_id'), chainOf('worker_id'), `iro_id = ${ME}`, SEES_ALL].join(' or ');

/** From allocation until thirty days after closure; an audit that was withdrawn gives nothing. Read once for a statement, not for each child. */
const AUDITED = `id = any(array(select a.child_id from ${SCHEMA}.audit a where a.auditor_id = ${ME} and a.state <> 'WITHDRAWN'
  and (a.closed_on is null or a.closed_on >= current_date - 30)))`;

/** The worker meets the audit while its checklist waits for them, before there is anything to hide, and again once feedback is given. */
const WORKER = `(worker_id = ${ME} and (feedback_given_on is not null or state in ('ALLOCATED', 'CHECKLIST_DONE')))`;
const IRO_AUDITS = `((select viewer_holds('principal_iro')) and (auditor_id = ${ME} or ${chainOf('auditor_id')} or ${chainOf('worker_id')}))`;
const STREAM = `((select viewer_holds('compass_service_manager', 'early_help_service_manager')) and ${leadersOf('team_id')})`;
const SEEN = [`auditor_id = ${ME}`, `moderator_id = ${ME}`, WORKER, chainOf('worker_id'), leadersOf('team_id'), IRO_AUDITS, QUALITY].join(' or ');
const NOT_ONES_OWN = `(worker_id is distinct from ${ME} or ${WORKER})`;

/** Audits through their life, their answers, and the actions that followed. Auditors meet the child they audit. */
export class CreateAudits1764000002003 implements MigrationInterface {
  name = 'CreateAudits1764000002003';

  async up(q: QueryRunner): Promise<void> {
    await this.audits(q);
    await this.answers(q);
    await this.actions(q);
    await changeProtection(q, SCHEMA, 'child', { read: `${MACHINES} or (${CASEWORKERS} and ${UNLOCKED} and (${NEAR} or ${AUDITED}))`, write: IMPORT });
  }

  async down(q: QueryRunner): Promise<void> {
    await changeProtection(q, SCHEMA, 'child', { read: `${MACHINES} or (${CASEWORKERS} and ${UNLOCKED} and (${NEAR}))`, write: IMPORT });
    for (const table of ['audit_action', 'audit_answer', 'audit']) await dropTable(q, SCHEMA, table);
  }

  private async audits(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit', auditColumns);
    for (const column of ['child_id', 'auditor_id', 'moderator_id', 'worker_id', 'team_id', 'due_on']) {
      await q.query(`create index audit_${column} on ${SCHEMA}.audit (${column})`);
    }
    await protect(q, SCHEMA, 'audit', { read: `${MACHINES} or (${CASEWORKERS} and ${NOT_ONES_OWN} and (${SEEN}))`, write: `${IMPORT} or (${CASEWORKERS} and ${NOT_ONES_OWN} and (${SEEN}))` });
    await q.query(`create policy audit_allocated_by on ${SCHEMA}.audit as restrictive for insert with check (${QUALITY} or ${IMPORT} or ${IRO_AUDITS} or ${STREAM})`);
    await keepHistory(q, SCHEMA, 'audit');
  }

  private async answers(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_answer', `
      id uuid primary key default gen_random_uuid(),
      audit_id uuid not null references ${SCHEMA}.audit,
      question_key text not null,
      grade text check (grade in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')),
      rag text check (rag in ('RED', 'AMBER', 'GREEN')),
      choice text check (choice in ('YES', 'NO', 'NOT_APPLICABLE')),
      scale int check (scale between 1 and 10),
      text text,
      comment text,
      version int not null default 1,
      check (num_nonnulls(grade, rag, choice, scale, text) = 1),
      constraint audit_answer_once unique (audit_id, question_key)`);
    const audit = (more: string): string => `exists (select from ${SCHEMA}.audit a where a.id = audit_id${more})`;
    await protect(q, SCHEMA, 'audit_answer', { read: audit(''), write: `${IMPORT} or ${audit(` and a.auditor_id = ${ME} and a.state = 'IN_PROGRESS'`)}` });
    await keepHistory(q, SCHEMA, 'audit_answer');
  }

  private async actions(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_action', `
      action_id uuid primary key,
      audit_id uuid not null references ${SCHEMA}.audit,
      opened_on date not null,
      closed_on date,
      cancelled boolean not null default false`);
    await q.query(`create index audit_action_of_audit on ${SCHEMA}.audit_action (audit_id)`);
    await protect(q, SCHEMA, 'audit_action', { read: `exists (select from ${SCHEMA}.audit a where a.id = audit_id)`, write: MACHINES });
  }
}

const GRADES = `('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')`;

const auditColumns = `
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references ${SCHEMA}.child,
  tool_version_id uuid not null references ${SCHEMA}.audit_tool_version,
  auditor_id uuid not null,
  worker_id uuid,
  team_id uuid,
  service_id uuid,
  kind text not null check (kind in ('CHILD_JOURNEY', 'THEMED', 'JOINT')),
  state text not null default 'ALLOCATED' check (state in ('ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS', 'SUBMITTED', 'MODERATED', 'CLOSED', 'WITHDRAWN')),
  allocated_on date not null,
  due_on date not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  with_worker boolean not null default false,
  checklist jsonb,
  checklist_done_on date,
  checklist_done_by uuid,
  computed_grade text check (computed_grade in ${GRADES}),
  limited_by text[] not null default '{}',
  judged_grade text check (judged_grade in ${GRADES}),
  grade_reason text,
  strengths text,
  areas_to_improve text,
  child_voice_evident boolean,
  submitted_on date,
  moderator_id uuid,
  moderated_grade text check (moderated_grade in ${GRADES}),
  moderation_reason text,
  moderated_on date,
  feedback_given_on date,
  acknowledged_on date,
  worker_comment text,
  closed_on date,
  withdrawn_reason text,
  version int not null default 1,
  check (auditor_id is distinct from worker_id),
  check (moderator_id is distinct from auditor_id),
  check (state not in ('SUBMITTED', 'MODERATED', 'CLOSED') or (judged_grade is not null and submitted_on is not null)),
  check (state <> 'MODERATED' or moderated_grade is not null),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
  check (acknowledged_on is null or feedback_given_on is not null)`;
