import type { QueryRunner } from 'typeorm';
import { type RollUp, type RollUpSql, sqlOf } from '../roll-up/roll-up';
import { ownerRole, type SubgraphName } from '../subgraph-name';
import { run, tableName } from './names';
import { protect, withoutRowRules } from './protection';

const MACHINE = `(select viewer_holds('machine_report'))`;
const TRIGGERS = [
  { event: 'insert', rows: 'new table as after_rows' },
  { event: 'update', rows: 'old table as before_rows new table as after_rows' },
  { event: 'delete', rows: 'old table as before_rows' },
] as const;

/**
 * Keeps sums of facts in step with them, under row security. Each statement that writes facts adds what it changed to
 * `<name>_change`, a row for each cell, by a trigger that runs as the owner: the writer neither sees nor could write a sum,
 * and writers do not wait for one another. The reporting machine alone reads the sums and folds the changes in.
 */
export async function rollUp(q: QueryRunner, schema: SubgraphName, declared: RollUp): Promise<void> {
  const sql = sqlOf(schema, declared);
  const { name, dimensions } = declared;
  const facts = tableName(schema, declared.facts).path;
  const owner = ownerRole(schema);
  const columns = [...sql.dimensions.map((one, at) => `${one} ${Object.values(dimensions)[at]?.type}`), ...sql.measures.map((one) => `${one} bigint not null`)].join(', ');
  await run(q, [
    `create table ${sql.kept} (${columns}, unique nulls not distinct (${sql.dimensions.join(', ')}))`,
    `create table ${sql.changes} (id bigint generated always as identity primary key, ${columns})`,
  ]);
  for (const table of [name, `${name}_change`]) await protect(q, schema, table, { read: MACHINE, remove: true });
  await run(q, [
    `create policy ${name}_change_kept on ${sql.changes} for insert to ${owner} with check (pg_trigger_depth() > 0)`,
    `create policy ${name}_counts on ${facts} for select to ${owner} using (${MACHINE})`,
    counting(schema, declared, sql),
    `revoke execute on function ${sql.counted} from public`,
    `grant execute on function ${sql.counted} to ${tableName(schema, name).login}`,
    keeping(schema, declared, sql),
    ...TRIGGERS.map(({ event, rows }) => `create trigger ${name}_${event} after ${event} on ${facts} referencing ${rows} for each statement execute function ${schema}."${name}_keep"()`),
    `create function ${schema}."${name}_stays"() returns trigger language plpgsql as $stays$ begin
      raise exception using errcode = 'restrict_violation', message = 'facts that are summed are deleted row by row';
    end $stays$`,
    `create trigger ${name}_truncate before truncate on ${facts} for each statement execute function ${schema}."${name}_stays"()`,
  ]);
  await fill(q, schema, declared, sql);
}

/** Takes a roll-up away and leaves its facts as they are. */
export async function dropRollUp(q: QueryRunner, schema: SubgraphName, declared: Pick<RollUp, 'name' | 'facts' | 'dimensions' | 'measures'>): Promise<void> {
  const sql = sqlOf(schema, declared);
  const facts = tableName(schema, declared.facts).path;
  await run(q, [
    ...[...TRIGGERS.map(({ event }) => event), 'truncate'].map((event) => `drop trigger ${declared.name}_${event} on ${facts}`),
    `drop function ${schema}."${declared.name}_keep"(), ${schema}."${declared.name}_stays"(), ${sql.counted}`,
    `drop policy ${declared.name}_counts on ${facts}`,
    `drop table ${sql.changes}, ${sql.kept}`,
  ]);
}

/** What was there before the roll-up was. */
async function fill(q: QueryRunner, schema: SubgraphName, { name, facts }: RollUp, sql: RollUpSql): Promise<void> {
  await withoutRowRules(q, schema, facts, () => withoutRowRules(q, schema, name, () => q.query(`insert into ${sql.kept} select * from ${sql.counted}`)));
}

/** Counts as the owner, whose policy shows the facts to the reporting machine alone: what comes out is sums, whoever calls it. */
function counting(schema: SubgraphName, { dimensions, measures, recount }: RollUp, { counted }: RollUpSql): string {
  const answers = [...Object.entries(dimensions).map(([column, { type }]) => `"${column}" ${type}`), ...Object.keys(measures).map((column) => `"${column}" bigint`)];
  const cast = [...Object.values(dimensions).map(({ type }) => type), ...Object.keys(measures).map(() => 'bigint')].map((type, at) => `c${at}::${type}`);
  const given = cast.map((_, at) => `c${at}`).join(', ');
  return `create function ${counted} returns table (${answers.join(', ')}) language sql stable security definer set search_path = ${schema}, pg_temp
    as $count$ select ${cast.join(', ')} from (${recount}) as r (${given}) $count$`;
}

function keeping(schema: SubgraphName, { name, dimensions, measures, where, spread }: RollUp, { changes, dimensions: keys, measures: sums }: RollUpSql): string {
  const from = (rows: string, sign: string): string =>
    `select ${Object.values(dimensions).map(({ sql }) => sql).join(', ')}, ${Object.values(measures).map((sql) => `${sign}(${sql})::bigint`).join(', ')}
     from ${rows} f${spread ? ` cross join lateral ${spread}` : ''} where ${where}`;
  const add = (rows: string): string =>
    `insert into ${changes} (${[...keys, ...sums].join(', ')})
     select ${keys.join(', ')}, ${sums.map((one) => `sum(${one})::bigint`).join(', ')} from (${rows}) as r (${[...keys, ...sums].join(', ')})
     group by ${keys.join(', ')} having ${sums.map((one) => `sum(${one}) <> 0`).join(' or ')} order by ${keys.join(', ')}`;
  return `create function ${schema}."${name}_keep"() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp as $keep$
    begin
      if tg_op = 'INSERT' then ${add(from('after_rows', '+'))};
      elsif tg_op = 'DELETE' then ${add(from('before_rows', '-'))};
      else ${add(`${from('after_rows', '+')} union all ${from('before_rows', '-')}`)};
      end if;
      return null;
    end $keep$`;
}
