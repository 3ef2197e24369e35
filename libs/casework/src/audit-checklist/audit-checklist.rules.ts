import { inputInvalid, refuse, type Refusal } from '@qaf/graph';

export const CHOICES = ['YES', 'NO', 'NOT_APPLICABLE'] as const;

/** Why these answers do not complete the checklist, or null. `items` are the keys of the tool's version. */
export function checklistFault(items: readonly string[], answers: readonly { key: string; choice: string }[]): Refusal | null {
  for (const [index, { key, choice }] of answers.entries()) {
    if (!items.includes(key)) return inputInvalid(['answers', String(index), 'key'], 'The checklist has no such item.');
    if (!(CHOICES as readonly string[]).includes(choice)) return inputInvalid(['answers', String(index), 'choice'], `The choice is one of ${CHOICES.join(', ')}.`);
  }
  const wrong = items.find((item) => answers.filter((answer) => answer.key === item).length !== 1);
  return wrong === undefined ? null : refuse('AuditChecklistIncomplete', `Answer the item ${wrong} once.`, ['answers']);
}
