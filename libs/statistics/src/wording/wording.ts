/** One question as one version of a tool or questionnaire asks it. */
export interface WordedQuestion {
  /** Stable through the versions. */
  key: string;
  /** Counts up; each once for a key. */
  version: number;
  text: string;
  /** How it is answered: graded, yes or no, one of several, free text. */
  kind: string;
  /** The answers it offers, in their order; empty for free text. */
  choices: readonly string[];
  /** An earlier version that people have decided means the same, though the words differ. */
  meansTheSameAs?: number;
}

/** Why two versions of a question are not one measure. `ABSENT`: one of them does not ask it. */
export type Incomparable = 'ABSENT' | 'KIND' | 'CHOICES' | 'WORDING';

export interface Comparison {
  comparable: boolean;
  /** Null where they may be compared. The first of the reasons, in the order above. */
  because: Incomparable | null;
}

/** The versions of one question that may be added up and compared, oldest first. */
export interface WordingGroup {
  key: string;
  versions: number[];
}

/**
 * Which versions of each question are one measure: asked in the same way, with the same answers in the same order, in the
 * same words but for spaces and capitals, or by a chain of decisions that they mean the same. A decision about words
 * cannot make two scales one. Throws a RangeError for a version that comes twice or a decision about one that is not earlier.
 */
export function wordingGroups(questions: readonly WordedQuestion[]): WordingGroup[] {
  const keys = [...new Set(questions.map(({ key }) => key))];
  return keys.flatMap((key) => groupsOf(ordered(questions.filter((question) => question.key === key))).map((group) => ({ key, versions: group.map(({ version }) => version) })));
}

/** Whether two versions of a question may be compared, and why not. */
export function compareWordings(questions: readonly WordedQuestion[], key: string, one: number, other: number): Comparison {
  const ofKey = ordered(questions.filter((question) => question.key === key));
  const [first, second] = [one, other].map((version) => ofKey.find((question) => question.version === version));
  if (!first || !second) return { comparable: false, because: 'ABSENT' };
  if (groupsOf(ofKey).some((group) => group.includes(first) && group.includes(second))) return { comparable: true, because: null };
  if (first.kind !== second.kind) return { comparable: false, because: 'KIND' };
  return { comparable: false, because: sameChoices(first, second) ? 'WORDING' : 'CHOICES' };
}

function ordered(ofKey: readonly WordedQuestion[]): WordedQuestion[] {
  const versions = new Set(ofKey.map(({ version }) => version));
  if (versions.size !== ofKey.length) throw new RangeError('A question has each version once.');
  const wrong = ofKey.some(({ version, meansTheSameAs: earlier }) => earlier !== undefined && (earlier >= version || !versions.has(earlier)));
  if (wrong) throw new RangeError('A question can mean the same as an earlier version of itself.');
  return ofKey.toSorted((one, other) => one.version - other.version);
}

function groupsOf(ofKey: readonly WordedQuestion[]): WordedQuestion[][] {
  let groups: WordedQuestion[][] = [];
  for (const question of ofKey) {
    const joined = groups.filter((group) => group.some((earlier) => isOneMeasure(earlier, question)));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), question]];
  }
  const byAge = groups.map((group) => group.toSorted((one, other) => one.version - other.version));
  return byAge.toSorted(([one], [other]) => (one?.version ?? 0) - (other?.version ?? 0));
}

function isOneMeasure(earlier: WordedQuestion, later: WordedQuestion): boolean {
  const sameWords = plain(earlier.text) === plain(later.text) || later.meansTheSameAs === earlier.version;
  return sameWords && earlier.kind === later.kind && sameChoices(earlier, later);
}

function sameChoices(one: WordedQuestion, other: WordedQuestion): boolean {
  return one.choices.length === other.choices.length && one.choices.every((choice, place) => choice === other.choices[place]);
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
