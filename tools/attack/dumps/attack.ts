import type { Dump, DumpedRow } from './dump';
import { byOrder, byValue, type Classes, type Labelled, mostByChance, type Try } from './matching';
import { type Labels, type Order, ordersOf } from './orders';

/** All that somebody has who copied everything, but for the keys. What stands for people is known to them without a doubt. */
export interface Evidence {
  /** Full dumps by name, such as before and after. */
  dumps: Readonly<Record<string, Dump>>;
  /** Orders of people beside those of the dumps: of logs, of the write-ahead log, of what was noted when. */
  people: readonly Order[];
  /** Orders of answers beside those of the dumps. */
  answers: readonly Order[];
  classes: Classes;
}

export interface Attacked {
  tries: number;
  best: Try;
  /** As many as chance gives, but for once in a million. */
  most: number;
}

const TAIL = 1e-6;

/** Tries every order of people beside every order of the answers, and joins them on every pair of columns. `answersIn` is the table that holds the answers. */
export function attack({ dumps, people, answers, classes }: Evidence, labels: { people: Labels; answers: Labels }, answersIn: string): Attacked {
  const everywhere = (of: Labels, where: (table: string) => boolean) =>
    Object.entries(dumps).flatMap(([name, dump]) => ordersOf(new Map([...dump].filter(([table]) => where(table))), of, name));
  const ofPeople = [...people, ...everywhere(labels.people, (table) => table !== answersIn)];
  const ofAnswers = [...answers, ...everywhere(labels.answers, (table) => table === answersIn)];
  const tries = [...ofPeople.flatMap((one) => ofAnswers.flatMap((other) => byOrder(one, other, classes))), ...joined(Object.values(dumps), labels, answersIn, classes)];
  const [best = { name: 'none', right: 0 }] = tries.toSorted((one, other) => other.right - one.right);
  return { tries: tries.length, best, most: mostByChance(tries.length, new Set(classes).size, TAIL) };
}

function joined(dumps: readonly Dump[], labels: { people: Labels; answers: Labels }, answersIn: string, classes: Classes): Try[] {
  const last = dumps.at(-1) as Dump;
  const answers = labelled(last.get(answersIn) ?? [], labels.answers);
  return dumps.flatMap((dump) =>
    [...dump].filter(([table]) => table !== answersIn).flatMap(([, rows]) => {
      const people = labelled(rows, labels.people);
      return pairs(people, answers).map((columns) => byValue(people, answers, columns, classes));
    }),
  );
}

function labelled(rows: readonly DumpedRow[], labels: Labels): Labelled[] {
  return rows.flatMap((row) => labels(row).map((person) => ({ person, row })));
}

function pairs(people: readonly Labelled[], answers: readonly Labelled[]): [string, string][] {
  const [ours, theirs] = [people, answers].map((list) => Object.keys(list[0]?.row.columns ?? {}));
  return (ours ?? []).flatMap((one) => (theirs ?? []).map((other): [string, string] => [one, other]));
}
