import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT } from './row-rules';

const SCHEMA = 'casework';
const KEEPERS = `(select viewer_holds('machine_import', 'principal_social_worker', 'qpa_officer'))`;
const READERS = `(select viewer_holds('machine_import', 'principal_social_worker', 'qpa_officer', 'administrator'))`;

/** What each import did, row by row, and the names that it could match with nobody. */
export class CreateImportRecord1764000002004 implements MigrationInterface {
  name = 'CreateImportRecord1764000002004';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'unmatched_name', `
      id uuid primary key default gen_random_uuid(),
      source text not null check (length(source) between 1 and 50),
      kind text not null check (kind in ('WORKER', 'TEAM')),
      name text not null check (length(name) between 1 and 200),
      rows int not null check (rows > 0),
      first_list text not null,
      first_row int not null check (first_row > 0),
      resolved_id uuid,
      version int not null default 1,
      constraint unmatched_name_once unique (source, kind, name)`);
    await protect(q, SCHEMA, 'unmatched_name', { read: KEEPERS });
    await keepHistory(q, SCHEMA, 'unmatched_name');
    await createTable(q, SCHEMA, 'import_run', `
      id uuid primary key default gen_random_uuid(),
      format text not null check (length(format) between 1 and 50),
      file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
      started_at timestamptz not null,
      finished_at timestamptz check (finished_at >= started_at),
      added int not null default 0 check (added >= 0),
      changed int not null default 0 check (changed >= 0),
      unchanged int not null default 0 check (unchanged >= 0),
      left_out int not null default 0 check (left_out >= 0),
      notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array')`);
    await q.query(`create index import_run_started on ${SCHEMA}.import_run (started_at)`);
    await protect(q, SCHEMA, 'import_run', { read: READERS, write: IMPORT });
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, SCHEMA, 'import_run');
    await dropTable(q, SCHEMA, 'unmatched_name');
  }
}
