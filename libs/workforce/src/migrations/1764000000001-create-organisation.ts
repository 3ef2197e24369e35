import { createTable, dropTables, keepHistory, protect } from '@qaf/database';
import { commandTables, dropCommandTables } from '@qaf/graph';
import { dropRecordTables, recordTables } from '@qaf/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'workforce';
const SIGNED_IN = `(select viewer_person()) is not null`;
const STAFF = `(select viewer_worker()) is not null or (select viewer_holds('machine_import', 'machine_event', 'machine_identity'))`;
const ORGANISERS = `(select viewer_holds('hr_officer', 'administrator', 'machine_import'))`;
const KEEPERS = `(select viewer_holds('administrator', 'hr_officer', 'machine_import'))`;
const LEADING = `('team_manager', 'service_manager', 'head_of_service', 'director', 'principal_social_worker', 'principal_iro')`;

/** Services, teams, workers, their places, lines of management and roles over time, and who signs in. */
export class CreateOrganisation1764000000001 implements MigrationInterface {
  name = 'CreateOrganisation1764000000001';

  async up(q: QueryRunner): Promise<void> {
    await commandTables(q, SCHEMA);
    await recordTables(q, SCHEMA);
    await this.units(q);
    await this.people(q);
    await this.places(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, SCHEMA, ['role_assignment', 'management_line', 'team_membership', 'employment', 'person', 'worker', 'team', 'service']);
    await dropRecordTables(q, SCHEMA);
    await dropCommandTables(q, SCHEMA);
  }

  private async units(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'service', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
      name text not null,
      kind text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1`);
    await createTable(q, SCHEMA, 'team', `
      id uuid primary key default gen_random_uuid(),
      service_id uuid not null references ${SCHEMA}.service,
      code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
      name text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1`);
    await q.query(`create index team_of_service on ${SCHEMA}.team (service_id)`);
    for (const table of ['service', 'team']) {
      await protect(q, SCHEMA, table, { read: SIGNED_IN, write: ORGANISERS });
      await keepHistory(q, SCHEMA, table);
    }
  }

  private async people(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'worker', `
      id uuid primary key default gen_random_uuid(),
      staff_number text not null unique,
      display_name text not null,
      job_title text not null,
      left_on date,
      version int not null default 1`);
    await createTable(q, SCHEMA, 'person', `
      id uuid primary key default gen_random_uuid(),
      subject text not null unique,
      email text not null unique,
      display_name text not null,
      kind text not null check (kind in ('STAFF', 'MEMBER', 'PARTNER', 'MACHINE')),
      worker_id uuid unique references ${SCHEMA}.worker,
      agency_id uuid,
      active_from date not null,
      active_to date,
      version int not null default 1,
      check ((kind = 'STAFF') = (worker_id is not null)),
      check (worker_id is null or worker_id = id)`);
    await createTable(q, SCHEMA, 'role_assignment', `
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references ${SCHEMA}.person,
      role text not null,
      scope text not null check (scope in ('self', 'team', 'service', 'authority', 'agency')),
      scope_id uuid,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1,
      check ((scope_id is null) = (scope in ('self', 'authority'))),
      constraint role_assignment_no_overlap exclude using gist
        (person_id with =, role with =, (coalesce(scope_id, person_id)) with =, daterange(valid_from, valid_to) with &&)`);
    await q.query(`create index role_assignment_of_scope on ${SCHEMA}.role_assignment (scope_id)`);
    const leaders = `exists (select 1 from ${SCHEMA}.role_assignment r where r.person_id = worker.id and r.role in ${LEADING} and (r.valid_to is null or r.valid_to > current_date))`;
    await protect(q, SCHEMA, 'worker', { read: `${STAFF} or (${SIGNED_IN} and ${leaders})`, write: ORGANISERS });
    await protect(q, SCHEMA, 'person', { read: `id = (select viewer_person()) or (select viewer_holds('administrator', 'hr_officer', 'machine_identity', 'machine_import'))`, write: KEEPERS });
    await protect(q, SCHEMA, 'role_assignment', { read: SIGNED_IN, write: KEEPERS });
    for (const table of ['worker', 'person', 'role_assignment']) await keepHistory(q, SCHEMA, table);
  }

  private async places(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'employment', `
      id uuid primary key default gen_random_uuid(),
      worker_id uuid not null unique references ${SCHEMA}.worker,
      fte_thousandths int not null check (fte_thousandths between 0 and 1000),
      agency_worker boolean not null,
      started_on date not null,
      left_on date check (left_on >= started_on),
      leaving_reason text,
      version int not null default 1`);
    await dated(q, 'team_membership', 'team_id uuid not null references workforce.team');
    await dated(q, 'management_line', 'manager_id uuid not null references workforce.worker, check (manager_id <> worker_id)');
    await q.query(`create index team_membership_of_team on ${SCHEMA}.team_membership (team_id)`);
    await q.query(`create index management_line_of_manager on ${SCHEMA}.management_line (manager_id)`);
    const hr = `worker_id = (select viewer_worker()) or worker_id = any((select viewer_workers())::uuid[]) or (select viewer_holds('hr_officer', 'machine_import'))`;
    await protect(q, SCHEMA, 'employment', { read: hr, write: `(select viewer_holds('hr_officer', 'machine_import'))` });
    for (const table of ['team_membership', 'management_line']) await protect(q, SCHEMA, table, { read: STAFF, write: ORGANISERS });
    for (const table of ['employment', 'team_membership', 'management_line']) await keepHistory(q, SCHEMA, table);
  }
}

/** What a worker has one of at a time: no two spans of one worker overlap. */
async function dated(q: QueryRunner, table: string, columns: string): Promise<void> {
  await createTable(q, SCHEMA, table, `
    id uuid primary key default gen_random_uuid(),
    worker_id uuid not null references ${SCHEMA}.worker,
    ${columns},
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    version int not null default 1,
    constraint ${table}_no_overlap exclude using gist (worker_id with =, daterange(valid_from, valid_to) with &&)`);
}
