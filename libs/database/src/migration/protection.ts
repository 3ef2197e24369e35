import type { QueryRunner } from 'typeorm';
import type { SubgraphName } from '../subgraph-name';
import { historyOf, run, tableName, type TableName } from './names';

export interface Protection {
  /** SQL: which rows exist for the viewer. */
  read: string;
  /** SQL: which rows the viewer may write, before and after; `read` when it is left out. */
  write?: string;
  /** Rows may be deleted, within `write`. */
  remove?: boolean;
}

/** Forces row security on a table: its login sees and writes what the predicates allow, and its owner nothing. */
export async function protect(q: QueryRunner, schema: SubgraphName, table: string, rules: Protection): Promise<void> {
  const { path, login } = tableName(schema, table);
  const { read, write = read, remove = false } = rules;
  await run(q, [
    ...forced(path),
    `create policy ${table}_read on ${path} for select to ${login} using (${read})`,
    `create policy ${table}_write on ${path} for insert to ${login} with check (${write})`,
    `create policy ${table}_change on ${path} for update to ${login} using (${write}) with check (${write})`,
    ...(remove ? [`create policy ${table}_remove on ${path} for delete to ${login} using (${write})`] : []),
    `grant select, insert, update${remove ? ', delete' : ''} on ${path} to ${login}`,
  ]);
}

/** A table that is only ever added to: read by predicate, written by any command, never changed. */
export async function appendOnly(q: QueryRunner, schema: SubgraphName, table: string, rules: { read: string }): Promise<void> {
  const { path, login } = tableName(schema, table);
  await run(q, [
    ...forced(path),
    `create policy ${table}_read on ${path} for select to ${login} using (${rules.read})`,
    `create policy ${table}_write on ${path} for insert to ${login} with check (true)`,
    `grant select, insert on ${path} to ${login}`,
  ]);
}

export function forced(path: string): string[] {
  return [`alter table ${path} enable row level security, force row level security`];
}

/** Replaces the predicates of a protected table. */
export async function changeProtection(q: QueryRunner, schema: SubgraphName, table: string, rules: Protection): Promise<void> {
  const { path } = tableName(schema, table);
  await run(q, ['read', 'write', 'change', 'remove'].map((policy) => `drop policy if exists ${table}_${policy} on ${path}`));
  await protect(q, schema, table, rules);
}

/**
 * Lets a migration read and write rows of a table and its history, which the owner otherwise does not see either.
 * Within the migration's transaction, and only there.
 */
export async function withoutRowRules<T>(q: QueryRunner, schema: SubgraphName, table: string, work: () => Promise<T>): Promise<T> {
  const base = tableName(schema, table);
  const tables = [base, ...((await hasHistory(q, base)) ? [historyOf(base)] : [])];
  await run(q, tables.map(({ path }) => `alter table ${path} no force row level security`));
  const result = await work();
  await run(q, tables.map(({ path }) => `alter table ${path} force row level security`));
  return result;
}

async function hasHistory(q: QueryRunner, base: TableName): Promise<boolean> {
  const rows = (await q.query('select to_regclass($1) is not null as found', [historyOf(base).path])) as { found: boolean }[];
  return rows[0]?.found === true;
}
