/** A question as it is put to one person: in a language and a variant. */
export interface AskedQuestion {
  key: string;
  kind: string;
  mandatory: boolean;
  /** Values offered; empty for text. */
  values: readonly string[];
  /** Values that show that somebody may need help. */
  helpValues: readonly string[];
}

export interface GivenAnswer {
  key: string;
  value?: string | null;
  text?: string | null;
}

export interface AnswerFault {
  kind: 'INVALID' | 'MISSING';
  message: string;
  path: string[];
}

/** The longest that an answer in own words may be, in characters. */
export const LONGEST_ANSWER = 4_000;

/** What is wrong with a set of answers, the first fault only; null when all is well. The message repeats no answer. */
export function answerFault(asked: readonly AskedQuestion[], given: readonly GivenAnswer[]): AnswerFault | null {
  const questions = new Map(asked.map((question) => [question.key, question]));
  const seen = new Set<string>();
  for (const [index, answer] of given.entries()) {
    const question = questions.get(answer.key);
    const path = ['answers', String(index)];
    if (!question) return invalid('This question is not asked here.', [...path, 'key']);
    if (seen.has(answer.key)) return invalid('This question is answered twice.', [...path, 'key']);
    seen.add(answer.key);
    const fault = question.kind === 'TEXT' ? textFault(answer, path) : choiceFault(question, answer, path);
    if (fault) return fault;
  }
  const missing = asked.find((question) => question.mandatory && !isAnswered(given.find((answer) => answer.key === question.key)));
  return missing ? { kind: 'MISSING', message: `The question ${missing.key} needs an answer.`, path: ['answers'] } : null;
}

/** Whether an answer shows that somebody may need help now. */
export function helpIsDue(asked: readonly AskedQuestion[], given: readonly GivenAnswer[]): boolean {
  return asked.some(({ key, helpValues }) => given.some((answer) => answer.key === key && helpValues.includes(answer.value ?? '')));
}

/** The answers without those left empty. */
export function answered(given: readonly GivenAnswer[]): { key: string; value?: string; text?: string }[] {
  return given.filter(isAnswered).map(({ key, value, text }) => ({ key, ...(value ? { value } : {}), ...(text ? { text } : {}) }));
}

/** Young children are shown faces wherever others are shown a scale. */
export function shownKind(kind: string, variant: string): string {
  return variant === 'YOUNG_CHILD' && kind === 'SCALE' ? 'FACES' : kind;
}

function isAnswered(answer: GivenAnswer | undefined): boolean {
  return Boolean(answer?.value) || Boolean(answer?.text);
}

function textFault(answer: GivenAnswer, path: string[]): AnswerFault | null {
  if (answer.value != null) return invalid('This question is answered in own words.', [...path, 'value']);
  if ((answer.text?.length ?? 0) > LONGEST_ANSWER) return invalid(`An answer may have at most ${LONGEST_ANSWER} characters.`, [...path, 'text']);
  return null;
}

function choiceFault(question: AskedQuestion, answer: GivenAnswer, path: string[]): AnswerFault | null {
  if (answer.text != null) return invalid('This question is answered by one of its options.', [...path, 'text']);
  if (answer.value != null && !question.values.includes(answer.value)) return invalid('This is none of the options offered.', [...path, 'value']);
  return null;
}

function invalid(message: string, path: string[]): AnswerFault {
  return { kind: 'INVALID', message, path };
}
