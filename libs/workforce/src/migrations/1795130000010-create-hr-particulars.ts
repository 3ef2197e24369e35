import { createTable, dropTables, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY, HR_PARTICULARS, KEEPS_PARTICULARS, PERSONNEL } from './posts/who';

const SCHEMA = 'workforce';
const OF_WORKER = `id uuid primary key default gen_random_uuid(), worker_id uuid not null references ${SCHEMA}.worker`;
const NO_REGULATOR_THEN = 'worker_registration_body_then';

/** Absence, qualifications, registration and DBS checks: seen by the person, HR, their manager and head of service. */
export class CreateHrParticulars1795130000010 implements MigrationInterface {
  name = 'CreateHrParticulars1795130000010';

  async up(q: QueryRunner): Promise<void> {
    await this.absence(q);
    await this.registration(q);
    await this.dbs(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, SCHEMA, ['dbs_status_check', 'dbs_check', 'worker_qualification', 'worker_registration', 'worker_absence']);
    await q.query(`drop function ${SCHEMA}.${NO_REGULATOR_THEN}()`);
    await dropTables(q, SCHEMA, ['workforce_setting']);
  }

  private async absence(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'worker_absence', `
      ${OF_WORKER},
      reason_code text not null,
      started_on date not null,
      returned_on date check (returned_on > started_on),
      version int not null default 1,
      constraint worker_absence_no_overlap exclude using gist (worker_id with =, daterange(started_on, returned_on) with &&)`);
    await q.query(`create index worker_absence_of_worker on ${SCHEMA}.worker_absence (worker_id, started_on)`);
    await q.query(`create index worker_absence_of_reason on ${SCHEMA}.worker_absence (reason_code, started_on)`);
    await this.kept(q, 'worker_absence', KEEPS_PARTICULARS('worker_absence'));
  }

  /** A body registers on the days on which it is the regulator; one number stands for one person. */
  private async registration(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'worker_registration', `
      ${OF_WORKER},
      body_code text not null,
      number text not null check (number ~ '^[A-Za-z0-9]{3,20}$'),
      registered_on date not null,
      expires_on date not null check (expires_on > registered_on),
      version int not null default 1,
      constraint worker_registration_no_overlap exclude using gist (worker_id with =, body_code with =, daterange(registered_on, expires_on) with &&),
      constraint worker_registration_one_person exclude using gist (body_code with =, number with =, worker_id with <>)`);
    await q.query(`create function ${SCHEMA}.${NO_REGULATOR_THEN}() returns trigger language plpgsql as $rule$
      begin
        if not exists (select from ${SCHEMA}.workforce_code c where c.kind = 'REGISTRATION_BODY' and c.code = new.body_code and c.valid_from <= new.registered_on and (c.valid_to is null or new.registered_on < c.valid_to))
        then raise exception 'refused' using errcode = '23514', constraint = '${NO_REGULATOR_THEN}'; end if;
        return null;
      end $rule$`);
    await q.query(`create constraint trigger ${NO_REGULATOR_THEN} after insert or update on ${SCHEMA}.worker_registration for each row execute function ${SCHEMA}.${NO_REGULATOR_THEN}()`);
    await createTable(q, SCHEMA, 'worker_qualification', `
      ${OF_WORKER},
      level_code text not null,
      title text not null,
      institution text,
      awarded_on date not null,
      version int not null default 1,
      unique (worker_id, title, awarded_on)`);
    for (const table of ['worker_registration', 'worker_qualification']) await this.kept(q, table, PERSONNEL);
    await q.query(`create index worker_registration_of_worker on ${SCHEMA}.worker_registration (worker_id, registered_on)`);
    await q.query(`create index worker_registration_number on ${SCHEMA}.worker_registration (number)`);
  }

  /** A certificate has a day of issue and never an end; how often it is looked at again is a setting of the authority. */
  private async dbs(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'dbs_check', `
      ${OF_WORKER},
      level text not null check (level in ('BASIC', 'STANDARD', 'ENHANCED', 'ENHANCED_BARRED')),
      issued_on date not null,
      update_service boolean not null,
      version int not null default 1,
      unique (worker_id, issued_on)`);
    await createTable(q, SCHEMA, 'dbs_status_check', `
      ${OF_WORKER},
      dbs_check_id uuid not null references ${SCHEMA}.dbs_check,
      checked_on date not null,
      outcome text not null check (outcome in ('UNCHANGED', 'CHANGED')),
      version int not null default 1,
      unique (dbs_check_id, checked_on)`);
    await q.query(`create index dbs_status_check_of_worker on ${SCHEMA}.dbs_status_check (worker_id)`);
    for (const table of ['dbs_check', 'dbs_status_check']) await this.kept(q, table, PERSONNEL);
    await createTable(q, SCHEMA, 'workforce_setting', `
      id uuid primary key default gen_random_uuid(),
      key text not null check (key ~ '^[A-Z][A-Z0-9_]{2,60}$'),
      value int not null,
      unit text not null,
      source text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      approved_by uuid,
      version int not null default 1,
      constraint workforce_setting_no_overlap exclude using gist (key with =, daterange(valid_from, valid_to) with &&)`);
    await protect(q, SCHEMA, 'workforce_setting', { read: DIRECTORY, write: `(select viewer_holds('machine_import'))` });
    await keepHistory(q, SCHEMA, 'workforce_setting');
  }

  private async kept(q: QueryRunner, table: string, write: string): Promise<void> {
    await protect(q, SCHEMA, table, { read: HR_PARTICULARS(table), write });
    await keepHistory(q, SCHEMA, table);
  }
}
