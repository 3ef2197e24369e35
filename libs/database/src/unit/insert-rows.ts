import type { CommandTransaction } from './unit';

const AT_ONCE = 2_000;

/**
 * Inserts many rows of one shape, under the viewer's row rules, a few thousand in a statement. Keys are column names;
 * a column that the first row does not name takes its default.
 */
export async function insertRows(tx: Pick<CommandTransaction, 'query'>, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((name) => `"${name}"`).join(', ');
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows.slice(start, start + AT_ONCE))]);
  }
}
