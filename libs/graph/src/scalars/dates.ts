import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { refusal } from './text';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function realDay(value: unknown): string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts) throw refusal('Date must be written as YYYY-MM-DD.');
  const [text, year, month, day] = parts as unknown as [string, string, string, string];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) throw refusal('Date must be a day of the calendar.');
  if (Number(year) < 1900 || Number(year) > 2200) throw refusal('Date must lie between 1900 and 2200.');
  return text;
}

function moment(value: unknown): Date {
  if (typeof value !== 'string' || !MOMENT.test(value)) throw refusal('DateTime must be written as in 2026-03-31T14:30:00Z, with a zone.');
  realDay(value.slice(0, 10));
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw refusal('DateTime must be a moment of the calendar.');
  return date;
}

function fromString<T>(name: string, parse: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => {
    if (node.kind !== Kind.STRING) throw refusal(`${name} must be a string.`);
    return parse(node.value);
  };
}

export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day in Europe/London, as YYYY-MM-DD. Used where law and practice count days.',
  parseValue: realDay,
  parseLiteral: fromString('Date', realDay),
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
});

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in UTC, as in 2026-03-31T14:30:00.000Z. Used for what happened in the system.',
  parseValue: moment,
  parseLiteral: fromString('DateTime', moment),
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});
