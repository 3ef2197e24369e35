import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import { commandTables, dropCommandTables } from '@qaf/graph';
import { dropRecordTables, recordTables } from '@qaf/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const SIGNED_IN = `(select viewer_person()) is not null`;
const KEEPERS = `(select viewer_holds('machine_import', 'qpa_officer', 'principal_social_worker'))`;
const CODE = `text not null unique check (code ~ '^[a-z0-9-]{2,60}$')`;
const TABLES = ['business_year', 'practice_priority', 'theme', 'agency'];

/** What everything else refers to: business years, practice priorities, learning themes and partner agencies. */
export class CreateCycleAndThemes1764000000001 implements MigrationInterface {
  name = 'CreateCycleAndThemes1764000000001';

  async up(q: QueryRunner): Promise<void> {
    await commandTables(q, SCHEMA);
    await recordTables(q, SCHEMA);
    await this.years(q);
    await this.vocabularies(q);
    for (const table of TABLES) {
      await protect(q, SCHEMA, table, { read: SIGNED_IN, write: KEEPERS });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await dropTable(q, SCHEMA, table);
    await dropRecordTables(q, SCHEMA);
    await dropCommandTables(q, SCHEMA);
  }

  private async years(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'business_year', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[0-9]{4}-[0-9]{2}$'),
      starts_on date not null unique,
      ends_before date not null,
      version int not null default 1,
      check (ends_before > starts_on),
      constraint business_year_no_overlap exclude using gist (daterange(starts_on, ends_before) with &&)`);
  }

  private async vocabularies(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'practice_priority', `
      id uuid primary key default gen_random_uuid(),
      code ${CODE},
      title text not null check (length(title) between 1 and 200),
      description text not null,
      business_year_code text not null references ${SCHEMA}.business_year (code),
      position int not null check (position > 0),
      version int not null default 1,
      unique (business_year_code, position)`);
    await createTable(q, SCHEMA, 'theme', `
      id uuid primary key default gen_random_uuid(),
      code ${CODE},
      title text not null check (length(title) between 1 and 200),
      description text not null,
      valid_from date not null,
      valid_to date check (valid_to > valid_from),
      version int not null default 1`);
    await createTable(q, SCHEMA, 'agency', `
      id uuid primary key default gen_random_uuid(),
      code ${CODE},
      name text not null check (length(name) between 1 and 200),
      kind text not null check (kind ~ '^[a-z0-9-]{2,40}$'),
      version int not null default 1`);
  }
}
