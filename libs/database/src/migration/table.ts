import type { QueryRunner } from 'typeorm';
import type { SubgraphName } from '../subgraph-name';
import { historyOf, run, tableName } from './names';

/** Creates a table. `columnsSql` is what stands between the brackets: columns and constraints. */
export async function createTable(q: QueryRunner, schema: SubgraphName, table: string, columnsSql: string): Promise<void> {
  await q.query(`create table ${tableName(schema, table).path} (${columnsSql})`);
}

/** Removes a table and its history, if it has one. Fails when anything else depends on it. */
export async function dropTable(q: QueryRunner, schema: SubgraphName, table: string): Promise<void> {
  await dropTables(q, schema, [table]);
}

/** Removes tables and their histories together, whatever references and policies there are between them. */
export async function dropTables(q: QueryRunner, schema: SubgraphName, tables: string[]): Promise<void> {
  const bases = tables.map((table) => tableName(schema, table));
  const histories: string[] = [];
  for (const base of bases) {
    const { path } = historyOf(base);
    const rows = (await q.query('select to_regclass($1) is not null as found', [path])) as { found: boolean }[];
    if (rows[0]?.found) histories.push(path);
  }
  await run(q, [
    `drop table ${[...histories, ...bases.map(({ path }) => path)].join(', ')}`,
    ...tables.map((table) => `drop function if exists ${schema}."${table}_keep_history"()`),
  ]);
}
