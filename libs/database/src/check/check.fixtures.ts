import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepHistory } from '../migration/history';
import { protect } from '../migration/protection';
import { createTable, dropTable } from '../migration/table';
import type { StoreDefinition } from '../store/store-definition';

/** A table with each kind of column and constraint that a row has to be made up for. */
export class CreateVisits1700000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'voice', 'place', `code text primary key check (code ~ '^[a-z0-9-]{2,40}$'), name text not null, valid_from date not null, valid_to date check (valid_to > valid_from)`);
    await createTable(q, 'voice', 'visit', `id uuid primary key default gen_random_uuid(), place_code text not null references voice.place,
      follows uuid references voice.visit, kind text not null check (kind in ('HOME', 'SCHOOL')), seen_at timestamptz not null, marks int[] not null, version int not null default 1`);
    for (const table of ['place', 'visit']) await protect(q, 'voice', table, { read: 'false' });
    await keepHistory(q, 'voice', 'visit');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['visit', 'place']) await dropTable(q, 'voice', table);
  }
}

/** Its way up fails on a table with rows in it: the column has no value for them. */
export class AddReason1700000000002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table voice.visit add reason text not null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table voice.visit drop reason');
  }
}

/** Its way down forgets a function and the right that it gave. */
export class AddReminder1700000000003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create function voice.remind() returns int language sql return 1`);
    await q.query('alter table voice.visit add reminded boolean not null default false');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table voice.visit drop reminded');
  }
}

/** Open to whoever may connect, and forgetful. */
export class AddOpenTable1700000000004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'voice', 'open', 'id uuid primary key default gen_random_uuid(), version int not null');
    await q.query('alter table voice.open enable row level security');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, 'voice', 'open');
  }
}

export function voiceWith(migrations: Function[], entities: Function[] = []): StoreDefinition {
  return { name: 'voice', entities, migrations };
}
