import { SUBGRAPH_NAMES } from '@qaf/database';
import { Client } from 'pg';
import type { Stage } from './stage';

/** Looks behind the application's back: sees every row. */
export async function behind<Row extends object>(stage: Stage, sql: string, params: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: stage.graph.server.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** The record of access: lines, seals and governance's copy of them. Reading alone makes it longer, a moment later. */
const RECORD = ['access_record', 'access_batch', 'access_entry', 'record_batch', 'record_health'];

/** How many rows each table has, history among them; the record of access aside. */
export async function rowsKept(stage: Stage): Promise<Record<string, number>> {
  const tables = await behind<{ name: string }>(
    stage,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema = any($1) and table_type = 'BASE TABLE' and table_name <> all($2) order by 1`,
    [SUBGRAPH_NAMES, RECORD],
  );
  const counts = await behind<{ name: string; n: string }>(stage, tables.map(({ name }) => `select '${name}' as name, count(*) as n from ${name}`).join(' union all '));
  return Object.fromEntries(counts.map(({ name, n }) => [name, Number(n)]));
}
