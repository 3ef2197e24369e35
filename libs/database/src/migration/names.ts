import type { QueryRunner } from 'typeorm';
import { loginRole, type SubgraphName } from '../subgraph-name';

/** A table of a store, checked and ready to stand in SQL. */
export interface TableName {
  schema: SubgraphName;
  table: string;
  /** `schema.table` */
  path: string;
  /** The role that the application signs in as. */
  login: string;
}

export function tableName(schema: SubgraphName, table: string): TableName {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(table)) throw new Error(`"${table}" is no name for a table: snake_case, at most 51 characters.`);
  return { schema, table, path: `${schema}."${table}"`, login: loginRole(schema) };
}

export function historyOf({ schema, table }: TableName): TableName {
  return { ...tableName(schema, table), table: `${table}_history`, path: `${schema}."${table}_history"` };
}

export async function run(q: QueryRunner, statements: string[]): Promise<void> {
  for (const statement of statements) await q.query(statement);
}
