import { createTable, dropTables, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PERSONNEL } from './posts/who';

const SCHEMA = 'workforce';

/** The workforce return as it was submitted, worker by worker, the incomplete among them. HR's alone. */
export class KeepWorkforceReturns1795130000020 implements MigrationInterface {
  name = 'KeepWorkforceReturns1795130000020';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'workforce_return', `
      id uuid primary key default gen_random_uuid(),
      authority text not null check (authority ~ '^[0-9]{3}$'),
      year int not null check (year between 2013 and 2200),
      reference_date date not null,
      vacancy_fte_thousandths int,
      agency_fte_thousandths int,
      agency_headcount int,
      version int not null default 1,
      unique (authority, year)`);
    await createTable(q, SCHEMA, 'workforce_return_line', `
      id uuid primary key default gen_random_uuid(),
      return_id uuid not null references ${SCHEMA}.workforce_return,
      line_key text not null,
      place int not null,
      worker_id uuid references ${SCHEMA}.worker,
      agency_worker boolean, number text, fte_thousandths int, birth_month text, gender_code text, ethnicity_code text,
      institution text, qualification_code text, step_up_graduate boolean, frontline_graduate boolean,
      role_code text, role_started_on date, origin_code text, role_ended_on date, destination_code text, leaving_code text,
      caseload_fte_thousandths int, cases int, days_lost_hundredths int, contract_weeks_tenths int,
      absent_at_reference boolean, absence_code text, accreditation_code text,
      missing text[] not null default '{}',
      doubtful text[] not null default '{}',
      version int not null default 1,
      unique (return_id, line_key)`);
    await q.query(`create index workforce_return_line_of_worker on ${SCHEMA}.workforce_return_line (worker_id)`);
    for (const table of ['workforce_return', 'workforce_return_line']) {
      await protect(q, SCHEMA, table, { read: PERSONNEL, write: `(select viewer_holds('machine_import'))` });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, SCHEMA, ['workforce_return_line', 'workforce_return']);
  }
}
