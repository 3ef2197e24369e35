import { LANGUAGES, NOT_TOLD, OTHER_LANGUAGE } from '../results/measured-question.rules';

/** What a link says of many at once; null where it says nothing, or where too few shared it. */
export interface Told {
  ageBand: string | null;
  language: string | null;
  mode: string | null;
}

/** A class of answers as its batch came out. */
export interface AnsweredClass extends Told {
  answers: number;
}

export type Outcome = 'GIVEN' | 'DECLINED' | 'NOT_OFFERED';

/** So many invitations of one kind that ended one way. Of those given, what was answered is not known here. */
export interface AskedClass extends Told {
  outcome: Outcome;
  count: number;
}

export interface RateCell {
  at: Readonly<Record<'age' | 'language' | 'mode', string>>;
  answered: number;
  given: number;
  declined: number;
  notOffered: number;
}

/** In every cell that is told at least so many answered, and so many were given a link and did not. */
export const FEWEST = { answered: 10, unanswered: 6 };

const NOWHERE = { age: NOT_TOLD, language: NOT_TOLD, mode: NOT_TOLD };

/**
 * Sets the invitations of a batch beside its answers, class by class: each falls in the narrowest class that answers came out
 * in. A cell stays only where nobody in it is known to have answered or not; the others are put together, with the smallest
 * of those that could have stayed where they need it. Null where the whole cannot be told either.
 */
export function rateCells(answered: readonly AnsweredClass[], asked: readonly AskedClass[]): RateCell[] | null {
  const cells = new Map<string, RateCell>();
  for (const { answers, ...told } of answered) add(cells, told, { answered: answers });
  for (const { outcome, count, ...told } of asked) add(cells, classOf(told, answered), { [OF[outcome]]: count });
  return tellable([...cells.values()]);
}

const OF = { GIVEN: 'given', DECLINED: 'declined', NOT_OFFERED: 'notOffered' } as const;

/** Classes that were given up to a remnant cannot be known from outside: then nothing is told by class. */
export function isWholeOnly(answered: readonly AnsweredClass[], kept: readonly string[]): boolean {
  return kept.includes('VARIANT') || (answered.length > 1 && answered.some((one) => toldIn(one) === 0));
}

function classOf(told: Told, answered: readonly AnsweredClass[]): Told {
  const sharing = answered.filter((one) => ATTRIBUTES.every((name) => one[name] === null || one[name] === told[name]));
  const [narrowest] = sharing.toSorted((one, other) => toldIn(other) - toldIn(one));
  return narrowest ?? { ageBand: null, language: null, mode: null };
}

const ATTRIBUTES = ['ageBand', 'language', 'mode'] as const;

function toldIn(one: Told): number {
  return ATTRIBUTES.filter((name) => one[name] !== null).length;
}

type Counts = Omit<RateCell, 'at'>;
const NONE: Counts = { answered: 0, given: 0, declined: 0, notOffered: 0 };

function add(cells: Map<string, RateCell>, { ageBand, language, mode }: Told, by: Partial<Counts>): void {
  const at = { age: ageBand ?? NOT_TOLD, language: languageOf(language), mode: mode ?? NOT_TOLD };
  const key = JSON.stringify(at);
  cells.set(key, { at, ...summed(cells.get(key) ?? NONE, { ...NONE, ...by }) });
}

function languageOf(language: string | null): string {
  if (language === null) return NOT_TOLD;
  return LANGUAGES.includes(language) ? language : OTHER_LANGUAGE;
}

function summed(one: Counts, other: Counts): Counts {
  return { answered: one.answered + other.answered, given: one.given + other.given, declined: one.declined + other.declined, notOffered: one.notOffered + other.notOffered };
}

function tellable(cells: readonly RateCell[]): RateCell[] | null {
  const isRest = ({ at }: RateCell) => Object.values(at).every((member) => member === NOT_TOLD);
  const told = cells.filter((cell) => !isRest(cell) && isSafe(cell)).toSorted((one, other) => other.answered - one.answered);
  let rest = cells.filter((cell) => !told.includes(cell)).reduce<Counts>(summed, NONE);
  while (!isSafe(rest) && !isEmpty(rest)) {
    const smallest = told.pop();
    if (!smallest) return null;
    rest = summed(rest, smallest);
  }
  return told.length === 0 && isEmpty(rest) ? null : [...told, { at: NOWHERE, ...summed(rest, NONE) }];
}

function isSafe({ answered, given }: Counts): boolean {
  return answered >= FEWEST.answered && given - answered >= FEWEST.unanswered;
}

/** Nobody was given a link: who declined or was not asked can have answered nothing. */
function isEmpty({ answered, given }: Counts): boolean {
  return answered === 0 && given === 0;
}
