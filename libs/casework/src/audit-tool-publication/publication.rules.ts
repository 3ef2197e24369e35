import type { QuestionKind } from '../audit-answer/audit-answer.rules';
import type { Conditional } from '../audit-tool/asked.rules';

/** A question as the rules of publication read it. */
export interface DesignedQuestion extends Conditional {
  kind: QuestionKind;
  /** The number of an earlier version whose wording means the same. */
  meansTheSameAs: number | null;
}

export interface DesignedVersion {
  number: number;
  /** How many questions each section has. */
  sections: readonly { title: string; questions: number }[];
  /** In the order of the tool. */
  questions: readonly DesignedQuestion[];
  checklistItems: number;
  /** Which earlier versions ask a question of the same key. */
  earlier: ReadonlyMap<string, readonly number[]>;
}

/** The answers that a question of a kind can be given, as conditions name them; none for a text. */
export function answersTo(kind: QuestionKind): readonly string[] {
  switch (kind) {
    case 'GRADE':
      return ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'NOT_APPLICABLE'];
    case 'RAG':
      return ['RED', 'AMBER', 'GREEN'];
    case 'YES_NO_NA':
      return ['YES', 'NO', 'NOT_APPLICABLE'];
    case 'SCALE':
      return ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
    case 'TEXT':
      return [];
  }
}

/** Why nobody could audit with this draft, in words for who designs it; null when they could. */
export function designFault(version: DesignedVersion): string | null {
  if (version.sections.length === 0) return 'The tool has no section yet.';
  const empty = version.sections.find((section) => section.questions === 0);
  if (empty) return `The section “${empty.title}” has no question.`;
  if (version.checklistItems === 0) return 'The practitioner’s checklist has no item yet.';
  for (const [place, question] of version.questions.entries()) {
    const fault = conditionFault(question, version.questions.slice(0, place)) ?? wordingFault(question, version.earlier);
    if (fault) return fault;
  }
  return null;
}

function conditionFault({ key, askedWhen }: DesignedQuestion, before: readonly DesignedQuestion[]): string | null {
  if (!askedWhen) return null;
  const other = before.find((question) => question.key === askedWhen.key);
  if (!other) return `The question ${key} depends on ${askedWhen.key}, which does not come before it.`;
  const possible = answersTo(other.kind);
  if (askedWhen.answers.length === 0 || !askedWhen.answers.every((answer) => possible.includes(answer))) {
    return `The question ${key} depends on an answer that ${askedWhen.key} cannot be given.`;
  }
  return null;
}

function wordingFault({ key, meansTheSameAs }: DesignedQuestion, earlier: DesignedVersion['earlier']): string | null {
  if (meansTheSameAs === null || earlier.get(key)?.includes(meansTheSameAs)) return null;
  return `The question ${key} is said to mean the same as in version ${meansTheSameAs}, which does not ask it.`;
}
