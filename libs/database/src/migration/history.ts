import type { QueryRunner } from 'typeorm';
import type { SubgraphName } from '../subgraph-name';
import { historyOf, run, tableName, type TableName } from './names';
import { forced } from './protection';

const EVENTS = [
  { event: 'insert', rows: 'new table as changed' },
  { event: 'update', rows: 'new table as changed' },
  { event: 'delete', rows: 'old table as changed' },
] as const;

export interface HistoryOptions {
  /** The column that names a row, where it is not `id`. */
  key?: string;
}

/**
 * Keeps every state of every row in `<table>_history`: who (null for a migration), when, in which request, and the row
 * as it was after the change (before it, for a deletion). Whoever sees the row sees its history; nobody changes it, and
 * only the trigger adds to it.
 */
export async function keepHistory(q: QueryRunner, schema: SubgraphName, table: string, { key = 'id' }: HistoryOptions = {}): Promise<void> {
  const base = tableName(schema, table);
  const history = historyOf(base);
  const keyType = await typeOf(q, base, key);
  await run(q, [
    `create table ${history.path} (
      history_id bigint generated always as identity primary key,
      id ${keyType} not null,
      version int,
      operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
      changed_at timestamptz not null default clock_timestamp(),
      changed_by uuid,
      request text,
      "row" jsonb not null
    )`,
    `create index on ${history.path} (id, history_id)`,
    ...forced(history.path),
    `create policy ${table}_history_read on ${history.path} for select to ${base.login}
      using (exists (select from ${base.path} b where b."${key}" = ${history.path}.id))`,
    `create policy ${table}_history_write on ${history.path} for insert to ${base.login} with check (pg_trigger_depth() > 0)`,
    `grant select, insert on ${history.path} to ${base.login}`,
    ...triggers(base, history, key),
  ]);
}

async function typeOf(q: QueryRunner, table: TableName, column: string): Promise<string> {
  const sql = 'select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = $2';
  const rows = (await q.query(sql, [table.path, column])) as { type: string }[];
  if (!rows[0]) throw new Error(`${table.path} has no column "${column}" that its history could go by.`);
  return rows[0].type;
}

/** One statement for all rows of a change, as whoever made it: a policy that hides a row hides it here too. */
function triggers(base: TableName, history: TableName, key: string): string[] {
  const name = `${base.table}_keep_history`;
  const keeper = `${base.schema}."${name}"`;
  return [
    `create function ${keeper}() returns trigger language plpgsql as $keep$
    begin
      insert into ${history.path} (id, version, operation, changed_by, request, "row")
      select c."${key}", (c.state ->> 'version')::int, tg_op, ${base.schema}.viewer_person(), nullif(current_setting('qaf.request', true), ''), c.state
      from (select changed."${key}", to_jsonb(changed) as state from changed) c;
      return null;
    end $keep$`,
    ...EVENTS.map(
      ({ event, rows }) => `create trigger ${name}_${event} after ${event} on ${base.path} referencing ${rows} for each statement execute function ${keeper}()`,
    ),
  ];
}
