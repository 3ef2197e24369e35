import { type DraftQuestion, publicationFault } from './publication.rules';

const ENGLISH = { language: 'en', variant: 'STANDARD' };
const WELSH = { language: 'cy', variant: 'STANDARD' };

function question(overrides: Partial<DraftQuestion> = {}): DraftQuestion {
  return { key: 'listened-to', options: ['1', '3', '5'], helpValues: [], wordings: [{ ...ENGLISH, options: { '1': 'No', '3': 'A bit', '5': 'Yes' } }], ...overrides };
}

test('a worded question with an introduction can be published', () => {
  expect(publicationFault({ wordings: [ENGLISH], questions: [question()] })).toBeNull();
});

test.each([
  ['no question', { questions: [] }, 'no question'],
  ['no English introduction', { wordings: [WELSH] }, 'no standard English introduction'],
  ['a question without English', { questions: [question({ wordings: [] })] }, 'no standard English wording'],
  ['an option without a label', { questions: [question({ options: ['1', '2', '3', '5'] })] }, 'an option has no standard English wording'],
  ['help tied to no option', { questions: [question({ helpValues: ['NO'] })] }, 'help is tied'],
  ['a label of no option', { questions: [question({ options: ['1', '3'] })] }, 'no option'],
  ['a variant with one option', { questions: [question({ wordings: [...question().wordings, { language: 'en', variant: 'EASY_READ', options: { '1': 'No' } }] })] }, 'fewer than two'],
  ['a language without introduction', { questions: [question({ wordings: [...question().wordings, { ...WELSH, options: { '1': 'Na', '5': 'Ie' } }] })] }, 'cy STANDARD has no introduction'],
])('%s: not yet', (_name, draft, fault) => {
  expect(publicationFault({ wordings: [ENGLISH], questions: [question()], ...draft })).toContain(fault);
});
