import { createTable, dropTables, loginRole, protect, type SubgraphName } from '@qaf/database';
import type { QueryRunner } from 'typeorm';

const MACHINE = `(select viewer_holds('machine_report'))`;

/**
 * What a subgraph keeps of releases: each with what it rests on, its cells as they are read, and, for the reporting machine
 * alone, the counts behind them, which the next release is guarded by. Nothing of it is ever changed.
 */
export async function releaseTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await createTable(q, schema, 'release', `
    id uuid primary key default gen_random_uuid(),
    statistic text not null check (length(statistic) between 1 and 60),
    definition_version int not null check (definition_version > 0),
    period text not null check (period ~ '^[0-9]{4}-[0-9]{2}( Q[1-4])?$'),
    version int not null check (version > 0),
    as_of date not null,
    released_at timestamptz not null,
    readers text[] not null check (cardinality(readers) > 0),
    lattice jsonb not null,
    provenance jsonb not null,
    coarser jsonb not null,
    unique (statistic, period, version)`);
  await createTable(q, schema, 'release_cell', `
    release_id uuid not null references ${schema}.release,
    table_code text not null,
    place text not null,
    category text not null,
    value int check (value >= 0),
    primary key (release_id, table_code, place, category)`);
  await createTable(q, schema, 'release_truth', `
    release_id uuid primary key references ${schema}.release,
    members jsonb not null,
    finest jsonb not null`);
  await protect(q, schema, 'release', { read: `(select ${schema}.viewer_person()) is not null and ${schema}.viewer_holds(variadic readers) or ${MACHINE}`, write: MACHINE });
  await protect(q, schema, 'release_cell', { read: `exists (select from ${schema}.release r where r.id = release_id)`, write: MACHINE });
  await protect(q, schema, 'release_truth', { read: MACHINE });
  for (const table of TABLES) await q.query(`revoke update on ${schema}.${table} from ${loginRole(schema)}`);
}

const TABLES = ['release', 'release_cell', 'release_truth'];

export async function dropReleaseTables(q: QueryRunner, schema: SubgraphName): Promise<void> {
  await dropTables(q, schema, [...TABLES].reverse());
}
