import type { QueryRunner } from 'typeorm';
import type { SubgraphName } from '../subgraph-name';
import { historyOf, run, tableName } from './names';

/** Creates a table. `columnsSql` is what stands between the brackets: columns and constraints. */
export async function createTable(q: QueryRunner, schema: SubgraphName, table: string, columnsSql: string): Promise<void> {
  await q.query(`create table ${tableName(schema, table).path} (${columnsSql})`);
}

/** Removes a table and its history, if it has one. */
export async function dropTable(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  const base = tableName(schema, table);
  await run(q, [
    `drop table if exists ${historyOf(base).path}`,
    `drop table ${base.path}`,
    `drop function if exists ${schema}."${table}_keep_history"()`,
  ]);
}
