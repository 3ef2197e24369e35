import { createTable, dropTables, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY, HR_PARTICULARS } from './posts/who';

const SCHEMA = 'workforce';
const PLANNERS = `(select viewer_holds('principal_social_worker', 'qpa_officer', 'hr_officer', 'machine_import'))`;
const OWN = `worker_id = (select viewer_worker())`;
/** The worker, those above, and who plans learning. */
const LEARNERS = `${OWN} or worker_id = any((select viewer_workers())::uuid[]) or ${PLANNERS}`;

/** Courses, what roles require, events with who booked and came, and continuing professional development. */
export class CreateLearning1795130000030 implements MigrationInterface {
  name = 'CreateLearning1795130000030';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'course', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
      title text not null,
      cpd_minutes int not null check (cpd_minutes between 0 and 6000),
      theme_code text,
      version int not null default 1`);
    await createTable(q, SCHEMA, 'course_requirement', `
      id uuid primary key default gen_random_uuid(),
      course_id uuid not null references ${SCHEMA}.course,
      role text not null,
      within_days int not null check (within_days between 0 and 1100),
      repeat_months int check (repeat_months between 1 and 120),
      source text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1,
      constraint course_requirement_no_overlap exclude using gist (course_id with =, role with =, daterange(valid_from, valid_to) with &&)`);
    await createTable(q, SCHEMA, 'learning_event', `
      id uuid primary key default gen_random_uuid(),
      course_id uuid not null references ${SCHEMA}.course,
      held_on date not null,
      places int not null check (places between 1 and 1000),
      version int not null default 1`);
    // Which places are taken, without by whom: those who may not see the bookings must not overbook.
    await createTable(q, SCHEMA, 'learning_place', `
      event_id uuid not null references ${SCHEMA}.learning_event,
      number int not null,
      taken boolean not null default false,
      primary key (event_id, number)`);
    await createTable(q, SCHEMA, 'learning_booking', `
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references ${SCHEMA}.learning_event,
      worker_id uuid not null references ${SCHEMA}.worker,
      state text not null default 'BOOKED' check (state in ('BOOKED', 'ATTENDED', 'ABSENT')),
      score int check (score between 1 and 5),
      comment text,
      version int not null default 1,
      unique (event_id, worker_id),
      check (state = 'ATTENDED' or (score is null and comment is null))`);
    await createTable(q, SCHEMA, 'cpd_piece', `
      id uuid primary key default gen_random_uuid(),
      worker_id uuid not null references ${SCHEMA}.worker,
      recorded_on date not null,
      title text not null,
      reflection text not null,
      peer_reflection boolean not null,
      version int not null default 1`);
    await q.query(`create index learning_event_of_course on ${SCHEMA}.learning_event (course_id, held_on)`);
    await q.query(`create index learning_event_held on ${SCHEMA}.learning_event (held_on)`);
    await q.query(`create index learning_booking_of_worker on ${SCHEMA}.learning_booking (worker_id, event_id)`);
    await q.query(`create index cpd_piece_of_worker on ${SCHEMA}.cpd_piece (worker_id, recorded_on)`);
    for (const table of ['course', 'course_requirement', 'learning_event']) await protect(q, SCHEMA, table, { read: DIRECTORY, write: PLANNERS });
    await protect(q, SCHEMA, 'learning_place', { read: DIRECTORY });
    await protect(q, SCHEMA, 'learning_booking', { read: LEARNERS });
    await protect(q, SCHEMA, 'cpd_piece', { read: HR_PARTICULARS('cpd_piece'), write: `${OWN} or (select viewer_holds('machine_import'))` });
    for (const table of ['course', 'course_requirement', 'learning_event', 'learning_booking', 'cpd_piece']) await keepHistory(q, SCHEMA, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, SCHEMA, ['cpd_piece', 'learning_booking', 'learning_place', 'learning_event', 'course_requirement', 'course']);
  }
}
