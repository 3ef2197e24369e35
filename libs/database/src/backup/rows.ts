import { createHash, type Hash } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import type { TableEnd } from './backup-lines';
import type { TableFacts } from './table-facts';

const ROWS_AT_ONCE = 1_000;
/** A row with bytes in it can be a piece of a file. */
const PIECES_AT_ONCE = 50;
const NUMBERS = ['smallint', 'integer', 'bigint'];

// Values pass as PostgreSQL writes them, in one spelling whatever the server's own settings are.
export const ONE_SPELLING = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 3;
  set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local search_path = pg_catalog`;
const AS_TEXT = { getTypeParser: () => (value: string | Buffer) => value } as never;

/**
 * A table's rows as lines, in the order of its key: neither the file nor what is restored from it tells in which order
 * rows lay, and two copies of the same rows are the same lines. Within a transaction.
 */
export async function* rowLines(client: Client, table: TableFacts): AsyncGenerator<string, void> {
  const columns = table.columns.map(({ name }) => escapeIdentifier(name)).join(', ');
  const order = table.key.map(({ name, type }) => (NUMBERS.includes(type) ? escapeIdentifier(name) : `${escapeIdentifier(name)}::text collate "C"`)).join(', ');
  const many = table.columns.some(({ type }) => type === 'bytea') ? PIECES_AT_ONCE : ROWS_AT_ONCE;
  await client.query(`declare rows_of no scroll cursor for select ${columns} from ${table.path} order by ${order}`);
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${many} from rows_of`, rowMode: 'array', types: AS_TEXT });
    for (const row of rows) yield JSON.stringify(row);
    if (rows.length < many) break;
  }
  await client.query('close rows_of');
}

/** Counts and digests lines as they pass. */
export class Tally {
  private rows = 0;
  private readonly hash: Hash = createHash('sha256');

  add(line: string): void {
    this.rows += 1;
    this.hash.update(line).update('\n');
  }

  end(): TableEnd {
    return { rows: this.rows, digest: this.hash.digest('hex') };
  }
}

export async function tallyOf(client: Client, table: TableFacts): Promise<TableEnd> {
  const tally = new Tally();
  for await (const line of rowLines(client, table)) tally.add(line);
  return tally.end();
}

const CHARACTERS_AT_ONCE = 4_000_000;

/** Writes lines back into a table, many with each statement. */
export class Loading {
  private waiting: (string | null)[][] = [];
  private characters = 0;
  private readonly sql: string;

  constructor(
    private readonly client: Client,
    private readonly table: TableFacts,
  ) {
    const names = table.columns.map(({ name }) => escapeIdentifier(name));
    const given = table.columns.map((_column, index) => `$${index + 1}::text[]`);
    const cast = table.columns.map(({ type }, index) => `u.c${index}::${type}`);
    this.sql = `insert into ${table.path} (${names.join(', ')}) overriding system value
      select ${cast.join(', ')} from unnest(${given.join(', ')}) as u (${names.map((_name, index) => `c${index}`).join(', ')})`;
  }

  async add(line: string): Promise<void> {
    this.waiting.push(JSON.parse(line) as (string | null)[]);
    this.characters += line.length;
    if (this.waiting.length >= ROWS_AT_ONCE || this.characters >= CHARACTERS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    await this.client.query(this.sql, this.table.columns.map((_column, index) => this.waiting.map((row) => row[index] ?? null)));
    this.waiting = [];
    this.characters = 0;
  }
}
