import type { Dump, DumpedRow } from './dump';

/** People, or answers, in the order that something put them in. */
export interface Order {
  /** The table and column, the log or the write-ahead log that it comes from. */
  name: string;
  people: readonly number[];
}

/** Who a row is about, if it can be told; more than one where it names several. */
export type Labels = (row: DumpedRow) => readonly number[];

const FEWEST = 20;

/** Every order that a dump gives: of each table that names enough of them, by the disk, by transaction and by every column. */
export function ordersOf(dump: Dump, labels: Labels, prefix: string): Order[] {
  const orders: Order[] = [];
  for (const [table, rows] of dump) {
    const named = rows.map((row) => ({ row, people: labels(row) })).filter(({ people }) => people.length > 0);
    if (new Set(named.flatMap(({ people }) => people)).size < FEWEST) continue;
    for (const column of Object.keys(named[0]?.row.columns ?? {})) {
      const sorted = named.toSorted((one, other) => compared(one.row.columns[column] ?? null, other.row.columns[column] ?? null));
      const people = sorted.flatMap((one) => one.people);
      orders.push({ name: `${prefix} ${table}.${column}, first`, people: [...new Set(people)] });
      orders.push({ name: `${prefix} ${table}.${column}, last`, people: [...new Set(people.toReversed())].toReversed() });
    }
  }
  return orders;
}

/** The order in which lines of a log name people. */
export function orderOfLines(lines: readonly string[], idsOf: readonly (readonly string[])[], name: string): Order {
  const found = idsOf.map((ids, person) => ({ person, at: lines.findIndex((line) => ids.some((id) => line.includes(id))) }));
  return { name, people: found.filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at).map(({ person }) => person) };
}

/** Places on disk and numbers as such, all else as text. */
export function compared(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  const [first, second] = [numbersOf(one), numbersOf(other)];
  if (first && second) return first.map((number, index) => number - (second[index] ?? 0)).find((by) => by !== 0) ?? 0;
  return one < other ? -1 : Number(one > other);
}

function numbersOf(text: string): number[] | null {
  const place = /^\((\d+),(\d+)\)$/.exec(text);
  if (place) return [Number(place[1]), Number(place[2])];
  return /^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : null;
}
