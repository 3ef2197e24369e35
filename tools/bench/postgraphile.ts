import { uuidOf } from '@qaf/graph';
import type { Question } from './operations';

/** The same questions in the words of PostGraphile's schema, and its answers in ours. A question that is not here it cannot answer. */
const WORKER = `query Worker($id: UUID!, $day: Date!) { workerByRowId(rowId: $id) { rowId displayName jobTitle } }`;

export function canAnswer(_operation: string): boolean {
  return false;
}

export function inItsWords(_operation: string, question: Question): Question {
  return { ...question, query: WORKER, variables: { id: uuidOf('Worker', String(question.variables['id'])) } };
}

export function inOurs(_operation: string, answer: unknown): unknown {
  return answer;
}
