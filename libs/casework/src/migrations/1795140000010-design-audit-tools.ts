import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT, MACHINES, ME, QUALITY } from './row-rules';
import { PARTS_STAY, STAYED_BEFORE, TOOL_STAYS, VERSION_STAYS } from './audit-tool-triggers';

const SCHEMA = 'casework';
const VERSION = `${SCHEMA}.audit_tool_version`;
const ORDERED = ['audit_section', 'audit_question'];
const GRADES = `('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')`;

/** Tools are designed here: versions are piloted, questions depend on others, and a tool says which services it is for. */
export class DesignAuditTools1795140000010 implements MigrationInterface {
  name = 'DesignAuditTools1795140000010';

  async up(q: QueryRunner): Promise<void> {
    await this.pilots(q);
    await this.questions(q);
    await createTable(q, SCHEMA, 'audit_tool_service', `
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references ${VERSION},
      service_id uuid not null,
      unique (version_id, service_id)`);
    await protect(q, SCHEMA, 'audit_tool_service', { read: `${ME} is not null or ${MACHINES}`, write: `${QUALITY} or ${IMPORT}`, remove: true });
    await keepHistory(q, SCHEMA, 'audit_tool_service');
    await q.query(`${VERSION_STAYS}; ${PARTS_STAY}; ${TOOL_STAYS}`);
    await q.query(`create trigger audit_tool_service_stays before insert or update or delete on ${SCHEMA}.audit_tool_service for each row execute function ${SCHEMA}.audit_tool_part_stays()`);
    await q.query(`create trigger audit_tool_stays before update or delete on ${SCHEMA}.audit_tool for each row execute function ${SCHEMA}.audit_tool_stays()`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop trigger audit_tool_stays on ${SCHEMA}.audit_tool; drop function ${SCHEMA}.audit_tool_stays(); ${STAYED_BEFORE}`);
    await dropTable(q, SCHEMA, 'audit_tool_service');
    await q.query(`alter table ${SCHEMA}.audit_question drop column asked_when_key, drop column asked_when_answers, drop column caps_at, drop column evidence_required, drop column means_the_same_as`);
    for (const table of ORDERED) await order(q, table, '');
    await this.noPilots(q);
  }

  private async pilots(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${VERSION} drop constraint audit_tool_version_state_check, drop constraint audit_tool_version_check1, add column piloted_on date,
      add constraint audit_tool_version_state_check check (state in ('DRAFT', 'PILOT', 'PUBLISHED', 'RETIRED')),
      add constraint audit_tool_version_dated check (case state when 'DRAFT' then piloted_on is null and published_on is null when 'PILOT' then piloted_on is not null and published_on is null
        when 'PUBLISHED' then published_on is not null else piloted_on is not null or published_on is not null end)`);
    await q.query(`create unique index audit_tool_one_pilot on ${VERSION} (tool_id) where state = 'PILOT'; create unique index audit_tool_one_draft on ${VERSION} (tool_id) where state = 'DRAFT'`);
  }

  /** Pilots were not known before: one that runs is a draft again, and one that ended was published on the day it began. */
  private async noPilots(q: QueryRunner): Promise<void> {
    await q.query(`drop index ${SCHEMA}.audit_tool_one_pilot; drop index ${SCHEMA}.audit_tool_one_draft`);
    await q.query(`alter table ${VERSION} drop constraint audit_tool_version_dated, drop constraint audit_tool_version_state_check, no force row level security, disable trigger user`);
    await q.query(`update ${VERSION} set published_on = case state when 'RETIRED' then coalesce(published_on, piloted_on) else published_on end, state = case state when 'PILOT' then 'DRAFT' else state end`);
    await q.query(`alter table ${VERSION} force row level security, enable trigger user, drop column piloted_on,
      add constraint audit_tool_version_state_check check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')), add constraint audit_tool_version_check1 check ((state = 'DRAFT') = (published_on is null))`);
  }

  private async questions(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.audit_question
      add column asked_when_key text, add column asked_when_answers text[],
      add column caps_at text check (caps_at in ${GRADES}),
      add column evidence_required boolean not null default false,
      add column means_the_same_as int check (means_the_same_as > 0),
      add constraint audit_question_asked_when check ((asked_when_key is null) = (asked_when_answers is null) and asked_when_key is distinct from key),
      add constraint audit_question_capped check (caps_at is null or (limiting and kind = 'YES_NO_NA'))`);
    for (const table of ORDERED) await order(q, table, 'deferrable initially immediate');
  }
}

/** Places are swapped in one statement, so they are compared at its end. */
async function order(q: QueryRunner, table: string, when: string): Promise<void> {
  const name = `${table}_version_id_position_key`;
  await q.query(`alter table ${SCHEMA}.${table} drop constraint ${name}, add constraint ${name} unique (version_id, position) ${when}`);
}
