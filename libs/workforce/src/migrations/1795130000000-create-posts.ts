import { changeProtection, createTable, dropTables, keepHistory, protect, withoutRowRules } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FORGET_POST_RULES, POST_RULES } from './posts/post-rules';
import { DIRECTORY, EMPLOYMENT_BEFORE, HR_PARTICULARS, ORGANISERS, PERSONNEL } from './posts/who';

const SCHEMA = 'workforce';
const TABLES = ['post_holding', 'post', 'workforce_code'];

/** Posts, who holds them when, the return's codes, and employment that can come again. What two changes at once could break is refused here too. */
export class CreatePosts1795130000000 implements MigrationInterface {
  name = 'CreatePosts1795130000000';

  async up(q: QueryRunner): Promise<void> {
    await this.codes(q);
    await this.employment(q);
    await this.posts(q);
    await this.holdings(q);
    for (const statement of POST_RULES) await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const statement of FORGET_POST_RULES) await q.query(statement);
    await dropTables(q, SCHEMA, TABLES);
    await this.employmentAsBefore(q);
  }

  private async codes(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'workforce_code', `
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('RETURN_ROLE', 'LEAVING_REASON', 'LEAVER_DESTINATION', 'STARTER_ORIGIN', 'ABSENCE_REASON', 'QUALIFICATION_LEVEL', 'REGISTRATION_BODY')),
      code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,60}$'),
      title text not null,
      return_code text,
      position int not null,
      source text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1,
      unique (kind, code)`);
    await protect(q, SCHEMA, 'workforce_code', { read: DIRECTORY, write: `(select viewer_holds('machine_import'))` });
    await keepHistory(q, SCHEMA, 'workforce_code');
  }

  /** Somebody can leave and come back, or come from an agency and then be employed: one employment after the other. */
  private async employment(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.employment drop constraint employment_worker_id_key,
      add column origin_code text, add column destination_code text,
      add constraint employment_no_overlap exclude using gist (worker_id with =, daterange(started_on, left_on, '[]') with &&)`);
    await q.query(`create index employment_of_worker on ${SCHEMA}.employment (worker_id, started_on)`);
    await changeProtection(q, SCHEMA, 'employment', { read: HR_PARTICULARS('employment'), write: PERSONNEL });
  }

  private async employmentAsBefore(q: QueryRunner): Promise<void> {
    await changeProtection(q, SCHEMA, 'employment', { read: EMPLOYMENT_BEFORE, write: PERSONNEL });
    await withoutRowRules(q, SCHEMA, 'employment', () =>
      q.query(`delete from ${SCHEMA}.employment e using ${SCHEMA}.employment later where later.worker_id = e.worker_id and later.started_on > e.started_on`),
    );
    await q.query(`drop index ${SCHEMA}.employment_of_worker`);
    await q.query(`alter table ${SCHEMA}.employment drop constraint employment_no_overlap, drop column origin_code, drop column destination_code,
      add constraint employment_worker_id_key unique (worker_id)`);
  }

  private async posts(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'post', `
      id uuid primary key default gen_random_uuid(),
      reference text not null unique check (reference ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
      title text not null,
      team_id uuid references ${SCHEMA}.team,
      service_id uuid references ${SCHEMA}.service,
      role_code text not null,
      fte_thousandths int not null check (fte_thousandths between 1 and 1000),
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1`);
    for (const [name, columns] of [['team', 'team_id, valid_from'], ['service', 'service_id, valid_from'], ['day', 'valid_from']]) await q.query(`create index post_of_${name} on ${SCHEMA}.post (${columns})`);
    await protect(q, SCHEMA, 'post', { read: DIRECTORY, write: ORGANISERS });
    await keepHistory(q, SCHEMA, 'post');
  }

  /** Team, service and role are the post's, copied by a trigger, so that a team's measures are found by one index. */
  private async holdings(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'post_holding', `
      id uuid primary key default gen_random_uuid(),
      post_id uuid not null references ${SCHEMA}.post,
      worker_id uuid not null references ${SCHEMA}.worker,
      employment_id uuid not null references ${SCHEMA}.employment,
      kind text not null check (kind in ('SUBSTANTIVE', 'ACTING')),
      agency_worker boolean not null,
      fte_thousandths int not null check (fte_thousandths between 1 and 1000),
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      begins_employment boolean not null default false,
      ends_employment boolean not null default false check (not ends_employment or valid_to is not null),
      team_id uuid,
      service_id uuid,
      role_code text,
      version int not null default 1,
      constraint post_holding_one_post exclude using gist (worker_id with =, kind with =, daterange(valid_from, valid_to) with &&),
      constraint post_holding_one_holder exclude using gist (post_id with =, kind with =, daterange(valid_from, valid_to) with &&)`);
    for (const parent of ['team', 'service', 'worker', 'post', 'employment']) await q.query(`create index post_holding_of_${parent} on ${SCHEMA}.post_holding (${parent}_id, valid_from)`);
    await q.query(`create index post_holding_acting on ${SCHEMA}.post_holding (worker_id, valid_from) where kind = 'ACTING'`);
    await q.query(`create index post_holding_begun on ${SCHEMA}.post_holding (valid_from) where begins_employment`);
    await q.query(`create index post_holding_ended on ${SCHEMA}.post_holding (valid_to) where ends_employment`);
    await protect(q, SCHEMA, 'post_holding', { read: DIRECTORY, write: ORGANISERS });
    await keepHistory(q, SCHEMA, 'post_holding');
  }
}
