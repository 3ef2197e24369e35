import { appendOnly, createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const SIGNED_IN = `(select viewer_person()) is not null`;
const IMPORT = `(select viewer_holds('machine_import'))`;
/** The publisher's letters where a figure could stand. */
const symbol = (column: string): string => `${column} text check (${column} in ('c', 'z', 'x', 'u', 'k'))`;

/** National indicators: what each means and how its file names it, the areas that have figures, and the figures as published. */
export class KeepIndicators1795120000200 implements MigrationInterface {
  name = 'KeepIndicators1795120000200';

  async up(q: QueryRunner): Promise<void> {
    await this.indicators(q);
    await this.imports(q);
    await this.values(q);
    for (const table of ['indicator', 'indicator_area', 'indicator_value']) {
      await protect(q, SCHEMA, table, { read: SIGNED_IN, write: IMPORT });
      await keepHistory(q, SCHEMA, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['indicator_value', 'indicator_area', 'indicator_import', 'indicator']) await dropTable(q, SCHEMA, table);
  }

  private async indicators(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'indicator', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
      title text not null check (length(title) between 1 and 200),
      definition text not null check (length(definition) between 1 and 2000),
      unit text not null check (unit in ('PERCENT', 'COUNT', 'RATE', 'DAYS')),
      direction text not null check (direction in ('HIGHER', 'LOWER', 'NEITHER')),
      source text not null check (length(source) between 1 and 500),
      value_column text not null,
      numerator_column text,
      denominator_column text,
      category text,
      version int not null default 1,
      unique nulls not distinct (value_column, category)`);
    await createTable(q, SCHEMA, 'indicator_area', `
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[A-Z][0-9]{8}$'),
      name text not null check (length(name) between 1 and 200),
      level text not null check (level in ('NATIONAL', 'REGIONAL', 'LOCAL_AUTHORITY')),
      version int not null default 1`);
    await q.query(`create index indicator_area_name on ${SCHEMA}.indicator_area (name)`);
  }

  private async imports(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'indicator_import', `
      id uuid primary key default gen_random_uuid(),
      indicator_id uuid not null references ${SCHEMA}.indicator,
      file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
      imported_at timestamptz not null,
      added int not null check (added >= 0),
      changed int not null check (changed >= 0),
      unchanged int not null check (unchanged >= 0),
      left_out int not null check (left_out >= 0)`);
    await q.query(`create index indicator_import_of on ${SCHEMA}.indicator_import (indicator_id, imported_at)`);
    await appendOnly(q, SCHEMA, 'indicator_import', { read: SIGNED_IN });
    await q.query(`create policy indicator_import_machine on ${SCHEMA}.indicator_import as restrictive for insert with check (${IMPORT})`);
  }

  private async values(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'indicator_value', `
      id uuid primary key default gen_random_uuid(),
      indicator_id uuid not null references ${SCHEMA}.indicator,
      area_id uuid not null references ${SCHEMA}.indicator_area,
      year int not null check (year between 1990 and 2200),
      value numeric(12, 4),
      ${symbol('value_symbol')},
      numerator bigint check (numerator >= 0),
      ${symbol('numerator_symbol')},
      denominator bigint check (denominator >= 0),
      ${symbol('denominator_symbol')},
      version int not null default 1,
      unique (indicator_id, area_id, year),
      check ((value is null) <> (value_symbol is null)),
      check (numerator is null or numerator_symbol is null),
      check (denominator is null or denominator_symbol is null)`);
    await q.query(`create index indicator_value_of_area on ${SCHEMA}.indicator_value (area_id)`);
  }
}
