import { refuse, type Refusal } from '@qaf/graph';

export type QuestionKind = 'GRADE' | 'RAG' | 'YES_NO_NA' | 'SCALE' | 'TEXT';

/** The values of an answer as they are given; one of them is filled. */
export interface AnswerValues {
  questionKey: string;
  grade?: string | null;
  rag?: string | null;
  choice?: string | null;
  scale?: number | null;
  text?: string | null;
}

const VALUES = ['grade', 'rag', 'choice', 'scale', 'text'] as const;

/** Whether the one value given is what the kind of question asks for. */
export function fits(kind: QuestionKind, answer: AnswerValues): boolean {
  const given = VALUES.filter((name) => answer[name] !== undefined && answer[name] !== null);
  if (given.length !== 1) return false;
  switch (kind) {
    case 'GRADE':
      return given[0] === 'grade' || answer.choice === 'NOT_APPLICABLE';
    case 'RAG':
      return given[0] === 'rag';
    case 'YES_NO_NA':
      return answer.choice === 'YES' || answer.choice === 'NO' || answer.choice === 'NOT_APPLICABLE';
    case 'SCALE':
      return typeof answer.scale === 'number' && answer.scale >= 1 && answer.scale <= 10;
    case 'TEXT':
      return typeof answer.text === 'string' && answer.text !== '';
  }
}

/** Why these answers cannot be kept, or null. `kinds` are those of the version's questions by key. */
export function answersFault(kinds: ReadonlyMap<string, QuestionKind>, answers: readonly AnswerValues[]): Refusal | null {
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const path = ['answers', String(index)];
    const kind = kinds.get(answer.questionKey);
    if (!kind) return refuse('AuditAnswerInvalid', 'The audit’s version of the tool has no such question.', [...path, 'questionKey']);
    if (seen.has(answer.questionKey)) return refuse('AuditAnswerInvalid', 'Each question is answered once.', [...path, 'questionKey']);
    if (!fits(kind, answer)) return refuse('AuditAnswerInvalid', `Give the one value that a question of kind ${kind} asks for.`, path);
    seen.add(answer.questionKey);
  }
  return null;
}
