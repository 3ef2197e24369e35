import { appendOnly, createTable, dropTable, keepHistory, loginRole, protect } from '@qaf/database';
import { barLocked, openToNamed } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, chainOf, IMPORT, leadersOf, MACHINES, ME } from './row-rules';

const SCHEMA = 'casework';
const LOGIN = loginRole(SCHEMA);
const SEES_ALL = `(select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer'))`;
/** Seniors lead a team too; a form is for its managers. */
const MANAGES = `(select viewer_holds('team_manager', 'service_manager', 'head_of_service', 'director', 'compass_service_manager', 'early_help_service_manager'))`;
const SEEN = [`author_id = ${ME}`, `worker_id = ${ME}`, `(${MANAGES} and ${leadersOf('team_id')})`, chainOf('worker_id'), SEES_ALL].join(' or ');
const OF_FORM = `exists (select from ${SCHEMA}.rag_form f where f.id = form_id)`;
const SAID = ['meeting_id', 'author_id', 'worker_id', 'team_id', 'rag', 'held_on', 'given_on', 'practice_problems', 'drift_or_delay', 'drift_reason'];
const ANSWERED = ['worker_acknowledged_on', 'worker_comment', 'manager_answered_on', 'manager_answer', 'answered_by_id', 'resolved_on'];

/** What the chair of a review or conference found, who was told, and what came of it. */
export class KeepRagForms1795180000000 implements MigrationInterface {
  name = 'KeepRagForms1795180000000';

  async up(q: QueryRunner): Promise<void> {
    await this.forms(q);
    await this.settled(q);
    await this.parts(q);
    await this.given(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index ${SCHEMA}.case_meeting_held_on`);
    for (const table of ['meeting_rag_form', 'rag_follow_up', 'rag_form_area', 'rag_form']) await dropTable(q, SCHEMA, table);
    await q.query(`drop function ${SCHEMA}.rag_form_stays()`);
  }

  private async forms(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'rag_form', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      meeting_id uuid not null unique references ${SCHEMA}.case_meeting,
      author_id uuid not null,
      worker_id uuid check (worker_id <> author_id),
      team_id uuid,
      rag text not null check (rag in ('RED', 'AMBER', 'GREEN')),
      held_on date not null,
      given_on date not null check (given_on >= held_on),
      practice_problems text check (length(practice_problems) between 1 and 20000),
      drift_or_delay boolean not null,
      drift_reason text check (length(drift_reason) between 1 and 20000),
      worker_acknowledged_on date check (worker_acknowledged_on >= given_on),
      worker_comment text check (length(worker_comment) between 1 and 20000),
      manager_answered_on date check (manager_answered_on >= given_on),
      manager_answer text check (length(manager_answer) between 1 and 20000),
      answered_by_id uuid,
      resolved_on date check (resolved_on >= given_on),
      version int not null default 1,
      check (drift_or_delay = (drift_reason is not null)),
      check ((manager_answered_on is null) = (manager_answer is null) and (manager_answered_on is null) = (answered_by_id is null))`);
    for (const columns of ['child_id, held_on, id', 'author_id, given_on', 'worker_id, given_on', 'team_id, given_on', 'given_on, id']) await q.query(`create index on ${SCHEMA}.rag_form (${columns})`);
    const rows = `${CASEWORKERS} and (${SEEN})`;
    await protect(q, SCHEMA, 'rag_form', { read: `${MACHINES} or (${rows})`, write: `${IMPORT} or (${rows})` });
    await q.query(`create policy rag_form_by_chair on ${SCHEMA}.rag_form as restrictive for insert to ${LOGIN} with check (${IMPORT} or (author_id = ${ME} and (select viewer_holds('iro', 'principal_iro'))))`);
    await keepHistory(q, SCHEMA, 'rag_form');
    await barLocked(q, SCHEMA, 'rag_form');
    await openToNamed(q, SCHEMA, 'rag_form', CASEWORKERS);
  }

  /** What was said stays; an answer is given once. */
  private async settled(q: QueryRunner): Promise<void> {
    const changed = [...SAID.map((column) => `new.${column} is distinct from old.${column}`), ...ANSWERED.map((column) => `(old.${column} is not null and new.${column} is distinct from old.${column})`)];
    await q.query(`
      create function ${SCHEMA}.rag_form_stays() returns trigger language plpgsql as $$
      begin
        if ${changed.join(' or ')} then raise exception 'what a form says does not change' using errcode = 'check_violation'; end if;
        return new;
      end $$;
      create trigger rag_form_stays before update on ${SCHEMA}.rag_form for each row execute function ${SCHEMA}.rag_form_stays()`);
  }

  private async parts(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'rag_form_area', `
      id uuid primary key default gen_random_uuid(),
      form_id uuid not null references ${SCHEMA}.rag_form,
      area text not null check (length(area) between 1 and 40),
      rag text not null check (rag in ('RED', 'AMBER', 'GREEN')),
      note text check (length(note) between 1 and 20000),
      unique (form_id, area),
      check (rag = 'GREEN' or note is not null)`);
    await appendOnly(q, SCHEMA, 'rag_form_area', { read: OF_FORM });
    await q.query(`create policy rag_form_area_by_author on ${SCHEMA}.rag_form_area as restrictive for insert to ${LOGIN} with check (${IMPORT} or exists (select from ${SCHEMA}.rag_form f where f.id = form_id and f.author_id = ${ME}))`);
    await createTable(q, SCHEMA, 'rag_follow_up', `
      id uuid primary key default gen_random_uuid(),
      form_id uuid not null references ${SCHEMA}.rag_form,
      position int not null check (position > 0),
      held_on date not null,
      by_id uuid not null,
      with_id uuid not null check (with_id <> by_id),
      note text not null check (length(note) between 1 and 20000),
      resolved boolean not null,
      unique (form_id, position)`);
    await appendOnly(q, SCHEMA, 'rag_follow_up', { read: OF_FORM });
    await q.query(`create policy rag_follow_up_by_principal on ${SCHEMA}.rag_follow_up as restrictive for insert to ${LOGIN} with check (${IMPORT} or (${OF_FORM} and by_id = ${ME} and (select viewer_holds('principal_iro'))))`);
  }

  /** That a meeting has its form, without what it says: a chair who takes over must not think it due. */
  private async given(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'meeting_rag_form', `
      meeting_id uuid primary key references ${SCHEMA}.case_meeting,
      given_on date not null`);
    const ofMeeting = `exists (select from ${SCHEMA}.case_meeting m where m.id = meeting_id)`;
    await appendOnly(q, SCHEMA, 'meeting_rag_form', { read: ofMeeting });
    await q.query(`create policy meeting_rag_form_by_chair on ${SCHEMA}.meeting_rag_form as restrictive for insert to ${LOGIN} with check (${IMPORT} or (${ofMeeting} and (select viewer_holds('iro', 'principal_iro'))))`);
    await q.query(`create index case_meeting_held_on on ${SCHEMA}.case_meeting (held_on)`);
  }
}
