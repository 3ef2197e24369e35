import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT, MACHINES, ME, QUALITY } from './row-rules';

const SCHEMA = 'casework';
const TABLES = ['audit_tool', 'audit_tool_version', 'audit_section', 'audit_question', 'audit_checklist_item'];
const PARTS = ['audit_section', 'audit_question', 'audit_checklist_item'];

/** Audit tools in versions; a version that was published never changes again. */
export class CreateAuditTools1764000002002 implements MigrationInterface {
  name = 'CreateAuditTools1764000002002';

  async up(q: QueryRunner): Promise<void> {
    await this.tools(q);
    await this.parts(q);
    await q.query(publishedStays);
    await q.query(`create trigger audit_tool_version_stays before update or delete on ${SCHEMA}.audit_tool_version for each row execute function ${SCHEMA}.audit_tool_version_stays()`);
    for (const table of PARTS) {
      await q.query(`create trigger ${table}_stays before insert or update or delete on ${SCHEMA}.${table} for each row execute function ${SCHEMA}.audit_tool_part_stays()`);
    }
    for (const table of TABLES) {
      await protect(q, SCHEMA, table, { read: `${ME} is not null or ${MACHINES}`, write: `${QUALITY} or ${IMPORT}`, remove: PARTS.includes(table) });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await dropTable(q, SCHEMA, table);
    await q.query(`drop function ${SCHEMA}.audit_tool_version_stays(); drop function ${SCHEMA}.audit_tool_part_stays()`);
  }

  private async tools(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_tool', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
      title text not null check (length(title) between 1 and 200),
      version int not null default 1`);
    await createTable(q, SCHEMA, 'audit_tool_version', `
      id uuid primary key default gen_random_uuid(),
      tool_id uuid not null references ${SCHEMA}.audit_tool,
      number int not null check (number > 0),
      state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
      published_on date,
      retired_on date check (retired_on >= published_on),
      version int not null default 1,
      unique (tool_id, number),
      check ((state = 'DRAFT') = (published_on is null)),
      check ((state = 'RETIRED') = (retired_on is not null))`);
    await q.query(`create unique index audit_tool_one_published on ${SCHEMA}.audit_tool_version (tool_id) where state = 'PUBLISHED'`);
  }

  private async parts(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'audit_section', `
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references ${SCHEMA}.audit_tool_version,
      position int not null check (position > 0),
      title text not null check (length(title) between 1 and 200),
      unique (version_id, position)`);
    await createTable(q, SCHEMA, 'audit_question', `
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references ${SCHEMA}.audit_tool_version,
      section_id uuid not null references ${SCHEMA}.audit_section,
      position int not null check (position > 0),
      key text not null check (key ~ '^[a-z0-9-]{2,60}$'),
      text text not null check (length(text) between 1 and 1000),
      guidance text,
      kind text not null check (kind in ('GRADE', 'RAG', 'YES_NO_NA', 'SCALE', 'TEXT')),
      weight int not null default 1 check (weight between 0 and 10),
      mandatory boolean not null default true,
      limiting boolean not null default false check (not limiting or kind in ('GRADE', 'YES_NO_NA')),
      priority_code text,
      unique (version_id, key),
      unique (version_id, position)`);
    await q.query(`create index audit_question_of_priority on ${SCHEMA}.audit_question (priority_code)`);
    await createTable(q, SCHEMA, 'audit_checklist_item', `
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references ${SCHEMA}.audit_tool_version,
      position int not null check (position > 0),
      key text not null check (key ~ '^[a-z0-9-]{2,60}$'),
      text text not null check (length(text) between 1 and 1000),
      unique (version_id, key),
      unique (version_id, position)`);
  }
}

/** A draft may change; a published version may only be retired, once, and neither goes away. */
const publishedStays = `
  create function ${SCHEMA}.audit_tool_version_stays() returns trigger language plpgsql as $stays$
  begin
    if tg_op = 'DELETE' then
      raise exception using errcode = 'restrict_violation', message = 'a version of an audit tool stays', constraint = 'audit_tool_version_stays';
    end if;
    if new.tool_id <> old.tool_id or new.number <> old.number or new.id <> old.id
      or (old.state <> 'DRAFT' and new.published_on is distinct from old.published_on)
      or (old.state = 'PUBLISHED' and new.state = 'DRAFT') or (old.state = 'DRAFT' and new.state = 'RETIRED') or old.state = 'RETIRED' then
      raise exception using errcode = 'restrict_violation', message = 'a published version of an audit tool never changes', constraint = 'audit_tool_version_stays';
    end if;
    return new;
  end $stays$;
  create function ${SCHEMA}.audit_tool_part_stays() returns trigger language plpgsql as $stays$
  begin
    if exists (select from ${SCHEMA}.audit_tool_version v where v.state <> 'DRAFT'
        and ((tg_op <> 'INSERT' and v.id = old.version_id) or (tg_op <> 'DELETE' and v.id = new.version_id))) then
      raise exception using errcode = 'restrict_violation', message = 'a published version of an audit tool never changes', constraint = 'audit_tool_version_stays';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $stays$`;
