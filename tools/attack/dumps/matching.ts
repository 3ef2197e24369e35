import type { DumpedRow } from './dump';
import type { Order } from './orders';

/** A way in which somebody tried to say who gave which answer, and how many were right. */
export interface Try {
  name: string;
  right: number;
}

/** Who shares what is kept beside the answers: within a class one is as good as another. By person. */
export type Classes = readonly string[];

/** Lays one order beside another, class by class, forwards and backwards, and counts who stands beside themself. */
export function byOrder(people: Order, answers: Order, classes: Classes): Try[] {
  const names = new Set(answers.people.map((person) => classes[person] ?? ''));
  let [forwards, backwards] = [0, 0];
  for (const name of names) {
    const [one, other] = [people, answers].map((order) => order.people.filter((person) => classes[person] === name));
    const count = other?.length ?? 0;
    other?.forEach((person, index) => {
      if (one?.[index] === person) forwards += 1;
      if (one?.[count - 1 - index] === person) backwards += 1;
    });
  }
  const name = `${people.name} beside ${answers.name}`;
  return [{ name, right: forwards }, { name: `${name}, backwards`, right: backwards }];
}

/** A row with the person whom it is about. */
export interface Labelled {
  person: number;
  row: DumpedRow;
}

/** Joins answers to people on one value that both have: of those of the class who have it, one is picked. */
export function byValue(people: readonly Labelled[], answers: readonly Labelled[], columns: readonly [string, string], classes: Classes): Try {
  const [of, column] = columns;
  const having = new Map<string, Set<number>>();
  for (const { person, row } of people) {
    const key = `${classes[person]} ${row.columns[of]}`;
    if (row.columns[of] != null) having.set(key, (having.get(key) ?? new Set()).add(person));
  }
  let right = 0;
  answers.forEach(({ person, row }, index) => {
    const candidates = [...(having.get(`${classes[person]} ${row.columns[column]}`) ?? [])];
    // Any rule that does not know will do: the next of them, counted through.
    if (row.columns[column] != null && candidates.length > 0 && candidates[index % candidates.length] === person) right += 1;
  });
  return { name: `${people[0]?.row.table}.${of} = ${answers[0]?.row.table}.${column}`, right };
}

/**
 * How many right in one try are more than chance gives, in `tries` tries over `classes` classes, but for once in `1 / tail`.
 *
 * In a class whose answers are in any order equally, the expected number of ways to choose t people who all stand beside
 * themselves is 1/t! (there are C(n,t) choices, each of chance (n−t)!/n!). Over k classes it is kᵗ/t!, by adding up the ways
 * to share t among them. So t right or more has at most that chance (Markov), and in m tries at most m·kᵗ/t!.
 */
export function mostByChance(tries: number, classes: number, tail: number): number {
  let bound = tries;
  for (let t = 1; ; t += 1) {
    bound *= classes / t;
    if (bound <= tail && t > classes) return t - 1;
  }
}
