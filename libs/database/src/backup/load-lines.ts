import type { Client } from 'pg';
import { unprotectedTables } from '../check/protected-tables';
import { ownerRole, type SubgraphName } from '../subgraph-name';
import type { TableEnd, TableHead, Tail } from './backup-lines';
import { BackupRefused } from './backup-refused';
import { Loading, ONE_SPELLING, tallyOf } from './rows';
import { rulesOf } from './rules';
import { type TableFacts, tablesOf } from './table-facts';
import { clearUnfinished } from './unfinished';

interface Counted {
  tables: number;
  rows: number;
}

/** Loads all lines in one transaction and keeps them only if the database then says the same as the file. */
export async function loadLines(client: Client, names: readonly SubgraphName[], lines: AsyncIterable<string>, progress?: (message: string) => void): Promise<Counted> {
  await client.query(`begin; ${ONE_SPELLING}`);
  try {
    const counted = await loadAll(client, names, lines, progress);
    await clearUnfinished(client);
    await client.query('commit');
    return counted;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function loadAll(client: Client, names: readonly SubgraphName[], lines: AsyncIterable<string>, progress?: (message: string) => void): Promise<Counted> {
  const all = new Map<string, { facts: TableFacts; name: SubgraphName }>();
  for (const name of names) for (const facts of await tablesOf(client, name)) all.set(facts.path, { facts, name });
  // As the owner from here on, whose rows no rule hides and whom no trigger tells.
  await eachOf(client, all, ({ path }) => [`alter table ${path} no force row level security, disable trigger user`]);
  // What the migrations wrote is in the file too. Those that point to others go first.
  for (const { facts, name } of [...all.values()].reverse()) await as(client, name, () => client.query(`delete from ${facts.path}`));
  const iterator = lines[Symbol.asyncIterator]();
  await iterator.next();
  const counted: Counted = { tables: 0, rows: 0 };
  for (;;) {
    const head = await next<TableHead | Tail>(iterator);
    if ('rules' in head) return finish(client, names, all, head, counted);
    const table = all.get(head.table);
    if (!table) throw new BackupRefused(`The backup holds a table that this version does not make: ${head.table}.`);
    progress?.(head.table);
    counted.rows += await as(client, table.name, () => loadTable(client, table.facts, head, iterator));
    counted.tables += 1;
  }
}

async function loadTable(client: Client, table: TableFacts, head: TableHead, iterator: AsyncIterator<string>): Promise<number> {
  if (table.columns.map(({ name }) => name).join() !== head.columns.join()) throw new BackupRefused(`The backup's ${head.table} has other columns than this version's.`);
  const loading = new Loading(client, table);
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) throw new BackupRefused('The backup is cut off.');
    const line = value as string;
    if (line.startsWith('[')) {
      await loading.add(line);
      continue;
    }
    await loading.flush();
    const told = JSON.parse(line) as TableEnd;
    const { rows, digest } = await tallyOf(client, table);
    if (rows !== told.rows || digest !== told.digest) throw new BackupRefused(`${head.table} did not come back as it was.`);
    return rows;
  }
}

async function finish(client: Client, names: readonly SubgraphName[], all: Map<string, { facts: TableFacts; name: SubgraphName }>, tail: Tail, counted: Counted): Promise<Counted> {
  if (counted.tables !== tail.tables || counted.tables !== all.size) throw new BackupRefused('The backup does not hold every table.');
  for (const [path, [last, called]] of Object.entries(tail.sequences)) {
    const name = names.find((one) => path.startsWith(`${one}.`) || path.startsWith(`${one}_queue.`)) as SubgraphName;
    await as(client, name, () => client.query('select setval($1::regclass, $2::bigint, $3)', [path, last, called]));
  }
  await eachOf(client, all, ({ path, forced }) => [`alter table ${path} enable trigger user${forced ? ', force row level security' : ''}`]);
  const now = new Set(await rulesOf(client, names));
  const lost = tail.rules.filter((line) => !now.has(line));
  if (lost.length > 0 || now.size !== tail.rules.length) throw new BackupRefused(`Row rules, rights or roles are not as they were: ${(lost[0] ?? 'there are more of them').slice(0, 200)}.`);
  for (const name of names) {
    const [fault] = await unprotectedTables(client, name);
    if (fault) throw new BackupRefused(`${fault}.`);
  }
  return counted;
}

async function eachOf(client: Client, all: Map<string, { facts: TableFacts; name: SubgraphName }>, statements: (facts: TableFacts) => string[]): Promise<void> {
  for (const { facts, name } of all.values()) {
    await as(client, name, async () => {
      for (const statement of statements(facts)) await client.query(statement);
    });
  }
}

async function as<T>(client: Client, name: SubgraphName, work: () => Promise<T>): Promise<T> {
  await client.query(`set local role ${ownerRole(name)}`);
  const result = await work();
  await client.query('reset role');
  return result;
}

async function next<T>(iterator: AsyncIterator<string>): Promise<T> {
  const { value, done } = await iterator.next();
  if (done) throw new BackupRefused('The backup is cut off.');
  return JSON.parse(value as string) as T;
}
