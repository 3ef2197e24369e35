import { checklistFault } from './audit-checklist.rules';

const ITEMS = ['plan', 'visits'];

describe('the checklist', () => {
  it('is complete when each item is answered once', () => {
    expect(checklistFault(ITEMS, [{ key: 'visits', choice: 'NO' }, { key: 'plan', choice: 'YES' }])).toBeNull();
    expect(checklistFault([], [])).toBeNull();
  });

  it('is refused with an item that is missing, twice there, unknown or answered with another word', () => {
    const code = (...answers: { key: string; choice: string }[]) => checklistFault(ITEMS, answers)?.problem;
    expect(code({ key: 'plan', choice: 'YES' })).toMatchObject({ code: 'AuditChecklistIncomplete', message: 'Answer the item visits once.' });
    expect(code({ key: 'plan', choice: 'YES' }, { key: 'plan', choice: 'NO' }, { key: 'visits', choice: 'NO' })).toMatchObject({ code: 'AuditChecklistIncomplete' });
    expect(code({ key: 'other', choice: 'YES' })).toMatchObject({ code: 'InputInvalid', path: ['answers', '0', 'key'] });
    expect(code({ key: 'plan', choice: 'yes' })).toMatchObject({ code: 'InputInvalid', path: ['answers', '0', 'choice'] });
  });
});
