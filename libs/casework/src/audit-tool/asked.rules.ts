/** That a question is asked where another, earlier one was answered in one of these ways. */
export interface AskedWhen {
  key: string;
  /** Grades, colours, choices or numbers, as they are written in an answer. */
  answers: readonly string[];
}

export interface Conditional {
  key: string;
  /** Null: asked in every audit. */
  askedWhen: AskedWhen | null;
}

/** The value of an answer as conditions name it; null for a text and for no answer. */
export interface AnswerValue {
  grade?: string | null;
  rag?: string | null;
  choice?: string | null;
  scale?: number | null;
}

export function valueOf({ grade, rag, choice, scale }: AnswerValue): string | null {
  return grade ?? rag ?? choice ?? (typeof scale === 'number' ? String(scale) : null);
}

/**
 * The keys of the questions that are asked, given the answers by key. `questions` stand in the order of the tool: one whose
 * condition is a question that is itself not asked, or not answered yet, is not asked either.
 */
export function askedKeys(questions: readonly Conditional[], answers: ReadonlyMap<string, AnswerValue>): Set<string> {
  const asked = new Set<string>();
  for (const { key, askedWhen } of questions) if (askedWhen === null || isMet(askedWhen, asked, answers)) asked.add(key);
  return asked;
}

function isMet({ key, answers: wanted }: AskedWhen, asked: ReadonlySet<string>, answers: ReadonlyMap<string, AnswerValue>): boolean {
  const answer = answers.get(key);
  const value = answer === undefined ? null : valueOf(answer);
  return asked.has(key) && value !== null && wanted.includes(value);
}
