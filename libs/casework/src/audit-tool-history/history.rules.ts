import { compareWordings, type WordedQuestion, wordingGroups } from '@qaf/statistics';
import type { QuestionKind } from '../audit-answer/audit-answer.rules';
import type { AuditToolState } from '../audit-tool/audit-tool.type';
import { answersTo } from '../audit-tool-publication/publication.rules';
import type { AuditQuestionHistory, AuditQuestionWording } from './history.type';

/** A question as one version asks it. */
export interface Asked {
  key: string;
  versionNumber: number;
  state: AuditToolState;
  text: string;
  guidance: string | null;
  kind: QuestionKind;
  meansTheSameAs: number | null;
}

/** The wordings of each question, oldest first, with which of them are one measure. `asked` in any order; the histories in that of the first key. */
export function historiesOf(asked: readonly Asked[]): AuditQuestionHistory[] {
  const worded = asked.map(wordedOf);
  const groups = wordingGroups(worded);
  return [...new Set(asked.map(({ key }) => key))].map((key) => {
    const ofKey = asked.filter((one) => one.key === key).toSorted((one, other) => one.versionNumber - other.versionNumber);
    const wordings = ofKey.map((one, index) => wordingOf(one, ofKey[index - 1], worded));
    return { key, wordings, comparable: groups.filter((group) => group.key === key).map((group) => group.versions) };
  });
}

function wordedOf({ key, versionNumber, text, kind, meansTheSameAs }: Asked): WordedQuestion {
  const same = meansTheSameAs === null ? {} : { meansTheSameAs };
  return { key, version: versionNumber, text, kind, choices: answersTo(kind), ...same };
}

function wordingOf(one: Asked, last: Asked | undefined, worded: readonly WordedQuestion[]): AuditQuestionWording {
  const { versionNumber, state, text, guidance, kind, meansTheSameAs } = one;
  const compared = last ? compareWordings(worded, one.key, last.versionNumber, versionNumber) : null;
  return { versionNumber, state, text, guidance, kind, meansTheSameAs, comparableWithLast: compared?.comparable ?? null, notComparableBecause: compared?.because ?? null };
}
