import { type Grade, inputInvalid, type Refusal } from '@qaf/graph';
import type { QuestionKind } from '../audit-answer/audit-answer.rules';

export const KINDS: readonly QuestionKind[] = ['GRADE', 'RAG', 'YES_NO_NA', 'SCALE', 'TEXT'];
const LONGEST = 1000;

/** A question as it is given for a draft. */
export interface QuestionGiven {
  text: string;
  guidance?: string | null;
  kind: string;
  weight?: number | null;
  mandatory?: boolean | null;
  limiting?: boolean | null;
  capsAt?: Grade | null;
  evidenceRequired?: boolean | null;
  priorityCode?: string | null;
  askedWhen?: { key: string; answers: string[] } | null;
  meansTheSameAs?: number | null;
}

/** Why a question cannot be so by itself, or null. What it depends on is looked at when the draft is whole. */
export function questionFault(question: QuestionGiven): Refusal | null {
  const { text, kind, weight, limiting, capsAt, meansTheSameAs } = question;
  const fault = (field: string, message: string): Refusal => inputInvalid(['question', field], message);
  if (text === '' || text.length > LONGEST) return fault('text', 'A question has from 1 to 1,000 characters.');
  if (!(KINDS as readonly string[]).includes(kind)) return fault('kind', `The kind is one of ${KINDS.join(', ')}.`);
  if (weight != null && (weight < 0 || weight > 10)) return fault('weight', 'The weight is from 0 to 10.');
  if (weight != null && weight > 0 && kind !== 'GRADE') return fault('weight', 'Only a graded question scores.');
  if (limiting && kind !== 'GRADE' && kind !== 'YES_NO_NA') return fault('limiting', 'Only a grade or a no can cap the computed grade.');
  if (capsAt != null && !(limiting && kind === 'YES_NO_NA')) return fault('capsAt', 'Only a limiting question of kind YES_NO_NA says where it caps; a grade caps at itself.');
  if (meansTheSameAs != null && meansTheSameAs < 1) return fault('meansTheSameAs', 'Versions count from 1.');
  return null;
}

/** Whether a text is a key: 2 to 60 small letters, digits and dashes. */
export function isKey(text: string): boolean {
  return /^[a-z0-9-]{2,60}$/.test(text);
}

/** The ids with one of them at a place, from 1; places beyond either end are the end, null is the last. */
export function placed(ids: readonly string[], id: string, place: number | null): string[] {
  const others = ids.filter((other) => other !== id);
  const at = place === null ? others.length : Math.min(Math.max(place - 1, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
