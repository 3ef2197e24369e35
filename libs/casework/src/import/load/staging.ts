import type { CommandTransaction } from '@qaf/database';

type Tx = Pick<CommandTransaction, 'query'>;

const AT_ONCE = 5_000;

/** Columns of a temporary table by name, with their SQL types. */
export type StagedColumns = Record<string, string>;

/**
 * Puts rows into a temporary table that ends with the transaction; keys are column names. `more` is what the table has beside
 * them, `fill` gives a select from `told` (the rows) where that needs one.
 */
export async function stage(tx: Tx, table: string, columns: StagedColumns, rows: readonly object[], more: { columns: string; fill: string } | null = null): Promise<void> {
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ');
  await tx.query(`create temporary table ${table} (${list}${more ? `, ${more.columns}` : ''}) on commit drop`);
  const fill = more?.fill ?? 'select told.* from told';
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const told = `with told as (select * from json_to_recordset($1::text::json) as told (${list}))`;
    await tx.query(`insert into ${table} ${told} ${fill}`, [JSON.stringify(rows.slice(start, start + AT_ONCE))]);
  }
  await tx.query(`analyze ${table}`);
}

/** How told rows go into a table: which they are the same as, and what each column becomes where both speak. */
export interface Merge {
  table: string;
  staged: string;
  /** SQL: `held` is the row of the table, `told` the staged one. */
  same: string;
  /** Per column that may change: SQL of what it becomes, of `held` and `told`. */
  merged: Record<string, string>;
  /** Per column of a new row: SQL of `told`. */
  fresh: Record<string, string>;
}

/** Changes what differs, and only that; each changed row is a new version. Answers the rows' `returning`, SQL of `held`. */
export function changeDiffering<Row>(tx: Tx, { table, staged, same, merged }: Merge, returning: string): Promise<Row[]> {
  const columns = Object.keys(merged);
  const assignments = columns.map((column) => `${column} = ${merged[column]}`).join(', ');
  return tx.query<Row>(
    `with changed as (
       update ${table} held set ${assignments}, version = held.version + 1 from ${staged} told
       where ${same} and (${columns.map((column) => `held.${column}`).join(', ')}) is distinct from (${Object.values(merged).join(', ')})
       returning ${returning})
     select * from changed`,
  );
}

/** Adds what is not there yet. Answers the new rows' `returning`, SQL of `held`. */
export function addMissing<Row>(tx: Tx, { table, staged, same, fresh }: Merge, returning: string): Promise<Row[]> {
  return tx.query<Row>(
    `insert into ${table} as held (${Object.keys(fresh).join(', ')})
     select ${Object.values(fresh).join(', ')} from ${staged} told
     where not exists (select from ${table} held where ${same})
     returning ${returning}`,
  );
}

/**
 * Gives the rows of a merged reference the keys they have under the reference that was kept, and leaves out those that
 * the file tells under both. Needs the staged children.
 */
export async function followAliases(tx: Tx, table: string): Promise<void> {
  const key = `array_to_string(array_replace(string_to_array(t.source_key, '|'), t.reference, c.kept_reference), '|')`;
  const alias = `told_child c where c.reference = t.reference and c.alias`;
  await tx.query(`delete from ${table} t using ${alias} and exists (select from ${table} o where o.source_key = ${key})`);
  await tx.query(`update ${table} t set source_key = ${key} from ${alias}`);
}
