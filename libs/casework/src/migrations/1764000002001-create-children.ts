import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import { commandTables, dropCommandTables } from '@qaf/graph';
import { dropRecordTables, recordTables } from '@qaf/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, chainOf, IMPORT, leadersOf, MACHINES, ME } from './row-rules';

const SCHEMA = 'casework';
const UNLOCKED = `(not locked or (select viewer_holds('director', 'head_of_service')))`;
const SEES_ALL = `(select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer'))`;
const DEPENDENTS = ['episode', 'child_allocation', 'case_meeting', 'visit'];

/** Children and what is known of their journey, and where each worker stands. */
export class CreateChildren1764000002001 implements MigrationInterface {
  name = 'CreateChildren1764000002001';

  async up(q: QueryRunner): Promise<void> {
    await commandTables(q, SCHEMA);
    await recordTables(q, SCHEMA);
    await this.places(q);
    await this.children(q);
    await this.episodes(q);
    await this.allocations(q);
    await this.occasions(q);
    for (const table of DEPENDENTS) {
      await protect(q, SCHEMA, table, { read: `exists (select from ${SCHEMA}.child c where c.id = child_id)`, write: IMPORT });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [...DEPENDENTS].reverse()) await dropTable(q, SCHEMA, table);
    await dropTable(q, SCHEMA, 'child');
    await dropTable(q, SCHEMA, 'worker_place');
    await dropRecordTables(q, SCHEMA);
    await dropCommandTables(q, SCHEMA);
  }

  private async places(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'worker_place', `
      worker_id uuid primary key,
      team_id uuid,
      service_id uuid,
      manager_id uuid check (manager_id <> worker_id),
      left_on date,
      told_at timestamptz not null`);
    await protect(q, SCHEMA, 'worker_place', { read: `${ME} is not null or ${MACHINES}`, write: MACHINES });
  }

  private async children(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'child', `
      id uuid primary key default gen_random_uuid(),
      case_reference text not null unique check (length(case_reference) between 1 and 50),
      birth_year int check (birth_year between 1900 and 2200),
      birth_month int check (birth_month between 1 and 12),
      expected_birth_month text check (expected_birth_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      gender text check (gender in ('F', 'M', 'N', 'U')),
      ethnicity text check (ethnicity ~ '^[A-Z]{4}$'),
      disabled boolean,
      first_language text check (length(first_language) between 1 and 100),
      religion text check (length(religion) between 1 and 100),
      worker_id uuid,
      team_id uuid,
      iro_id uuid,
      locked boolean not null default false,
      version int not null default 1,
      check (birth_year is null or expected_birth_month is null)`);
    for (const column of ['worker_id', 'team_id', 'iro_id']) await q.query(`create index child_${column} on ${SCHEMA}.child (${column})`);
    const near = [`worker_id = ${ME}`, leadersOf('team_id'), chainOf('worker_id'), `iro_id = ${ME}`, SEES_ALL].join(' or ');
    await protect(q, SCHEMA, 'child', { read: `${MACHINES} or (${CASEWORKERS} and ${UNLOCKED} and (${near}))`, write: IMPORT });
    await keepHistory(q, SCHEMA, 'child');
  }

  private async episodes(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'episode', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      kind text not null check (kind in ('EARLY_HELP', 'CONTACT', 'REFERRAL', 'ASSESSMENT', 'SECTION_47', 'CIN', 'CP', 'LAC', 'CARE_LEAVER', 'ADOPTION')),
      source text not null,
      source_key text not null check (length(source_key) between 1 and 200),
      started_on date,
      ended_on date,
      details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
      version int not null default 1,
      check (ended_on >= started_on),
      constraint episode_source unique (source, source_key)`);
    await q.query(`create index episode_of_child on ${SCHEMA}.episode (child_id, kind)`);
  }

  private async allocations(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'child_allocation', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      role text not null check (role in ('WORKER', 'IRO')),
      worker_id uuid,
      team_id uuid,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1,
      check (worker_id is not null or team_id is not null),
      constraint child_allocation_no_overlap exclude using gist (child_id with =, role with =, daterange(valid_from, valid_to) with &&)`);
    await q.query(`create index child_allocation_of_child on ${SCHEMA}.child_allocation (child_id, valid_from)`);
    await q.query(`create index child_allocation_of_worker on ${SCHEMA}.child_allocation (worker_id)`);
  }

  private async occasions(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'case_meeting', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      kind text not null check (kind in ('LAC_REVIEW', 'CP_CONFERENCE')),
      stage text check (stage in ('INITIAL', 'REVIEW')),
      held_on date not null,
      participation_code text check (participation_code ~ '^PN[0-7]$'),
      source text not null,
      source_key text not null check (length(source_key) between 1 and 200),
      version int not null default 1,
      constraint case_meeting_source unique (source, source_key)`);
    await createTable(q, SCHEMA, 'visit', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      kind text not null check (kind in ('CIN', 'CP', 'LAC')),
      visited_on date not null,
      source text not null,
      source_key text not null check (length(source_key) between 1 and 200),
      version int not null default 1,
      constraint visit_source unique (source, source_key)`);
    await q.query(`create index case_meeting_of_child on ${SCHEMA}.case_meeting (child_id, held_on)`);
    await q.query(`create index visit_of_child on ${SCHEMA}.visit (child_id, visited_on)`);
  }
}
