import { escapeLiteral } from 'pg';
import type { Check, Column } from './table-shape';

const BY_TYPE: Record<string, string[]> = {
  uuid: ['gen_random_uuid()'],
  boolean: ['false', 'true'],
  json: [`'{}'`, `'[]'`],
  jsonb: [`'{}'`, `'[]'`],
  bytea: [`'\\x00'`, `decode(repeat('00', 32), 'hex')`],
  daterange: [`'[2018-04-01,2018-05-01)'`],
  date: [`'2018-04-03'`, `'2019-04-01'`, `'2018-04-01'`, 'null'],
  text: [`'check001'`, `'C1'`, `'2018-19'`, `'2018-04'`, `'1'`, `repeat('0', 64)`, 'null'],
  'timestamp with time zone': [`'2018-04-03 09:30Z'`, `'2019-04-03 09:30Z'`, 'null'],
};
const NUMBERS = ['1', '0', '2', '2018', 'null'];

const LATE = /(_to|_before|ended_on|ends_on|ended_at|ends_at)$/;

/** SQL for values that the column, as far as its checks can be read, will take; the likeliest first. */
export function valuesFor(column: Column, checks: Check[]): string[] {
  const values = likely(column, checks);
  // A period ends after it began; most checks of two dates ask for no more.
  const ordered = LATE.test(column.name) ? [...values].sort((one, other) => Number(other.includes('2019')) - Number(one.includes('2019'))) : values;
  return column.required ? ordered.filter((value) => value !== 'null') : [...ordered];
}

function likely(column: Column, checks: Check[]): string[] {
  const allowed = firstAllowed(column.name, checks);
  const array = column.type.endsWith('[]');
  if (allowed !== null) return [array ? `array[${allowed}]` : allowed, 'null'];
  if (column.label !== null) return [escapeLiteral(column.label)];
  if (array) return [`'{}'`, `array[${likely({ ...column, type: column.type.slice(0, -2) }, [])[0]}]::${column.type}`];
  return BY_TYPE[column.type] ?? NUMBERS;
}

/** The first of the values that a check lists: `kind = ANY (ARRAY['a'::text, …])` or `kind = 'a'`. */
function firstAllowed(column: string, checks: Check[]): string | null {
  const literal = `('(?:[^']|'')*'|-?\\d+)`;
  // Not the argument of a function: length(hash) = 64 says nothing about a value of the hash.
  const name = `(?<!\\w\\()\\b${column}`;
  const listed = new RegExp(`${name}\\)?(?:::\\w+)? (?:= ANY|<@) \\(?\\(?ARRAY\\[\\(?${literal}`);
  const equal = new RegExp(`${name}\\)?(?:::\\w+)? = ${literal}`);
  const found = [listed, equal].flatMap((pattern) => checks.map(({ definition }) => pattern.exec(definition)?.[1]));
  return found.find((value) => value !== undefined) ?? null;
}
