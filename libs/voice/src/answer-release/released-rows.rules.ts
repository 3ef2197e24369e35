import type { AnswerSheet } from '../answer/sealing';
import { coarsened, type Kept } from './coarsening.rules';

/** One answer to one question, with what is kept beside it and nothing that leads to another. */
export interface ReleasedAnswer {
  questionKey: string;
  value: string;
  ageBand: string | null;
  language: string | null;
  mode: string | null;
  variant: string | null;
}

export interface AnswerGroup extends Omit<ReleasedAnswer, 'questionKey' | 'value'> {
  answers: number;
}

export interface ReleasedComment {
  questionKey: string;
  text: string;
}

/** All that comes out of a batch of sheets: three lists that share no order. */
export interface ReleasedRows {
  answers: ReleasedAnswer[];
  groups: AnswerGroup[];
  comments: ReleasedComment[];
}

type Shuffle = <T>(items: readonly T[]) => T[];

/**
 * Takes sheets apart. Beside an answer stay those of the kept attributes (such as `AGE_BAND`, the first held to longest) that
 * at least `fewest` sheets of the batch share. Each question is shuffled by itself, so that the places of two answers of one
 * person say nothing of each other; own words come without any attribute.
 */
export function releasedRows(sheets: readonly AnswerSheet[], rules: { kept: readonly string[]; fewest: number }, shuffle: Shuffle): ReleasedRows {
  const classes = coarsened(sheets.map(attributesOf), rules.kept, rules.fewest);
  const given = sheets.flatMap(({ answers }, index) => answers.map((answer) => ({ ...answer, kept: classes[index] as Kept })));
  const keys = shuffle([...new Set(given.map(({ key }) => key))]);
  const ofKey = (key: string) => shuffle(given.filter((answer) => answer.key === key));
  return {
    answers: keys.flatMap((key) => ofKey(key).flatMap(({ value, kept }) => (value === undefined ? [] : [{ questionKey: key, value, ...columnsOf(kept) }]))),
    groups: shuffle(groupsOf(classes)),
    comments: keys.flatMap((key) => ofKey(key).flatMap(({ text }) => (text === undefined ? [] : [{ questionKey: key, text }]))),
  };
}

function attributesOf({ language, variant, mode, ageBand, offeredLanguage }: AnswerSheet): Kept {
  return { AGE_BAND: ageBand ?? null, LANGUAGE: offeredLanguage ?? language, MODE: mode ?? null, VARIANT: variant };
}

function columnsOf(kept: Kept): Omit<ReleasedAnswer, 'questionKey' | 'value'> {
  return { ageBand: kept['AGE_BAND'] ?? null, language: kept['LANGUAGE'] ?? null, mode: kept['MODE'] ?? null, variant: kept['VARIANT'] ?? null };
}

function groupsOf(classes: readonly Kept[]): AnswerGroup[] {
  const groups = new Map<string, AnswerGroup>();
  for (const kept of classes) {
    const columns = columnsOf(kept);
    const name = JSON.stringify(columns);
    groups.set(name, { ...columns, answers: (groups.get(name)?.answers ?? 0) + 1 });
  }
  return [...groups.values()];
}
