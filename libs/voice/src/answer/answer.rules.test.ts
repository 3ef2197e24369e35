import { answered, answerFault, type AskedQuestion, helpIsDue, LONGEST_ANSWER, shownKind } from './answer.rules';

const SAFE: AskedQuestion = { key: 'feel-safe', kind: 'YES_NO', mandatory: true, values: ['NO', 'YES'], helpValues: ['NO'] };
const HELPED: AskedQuestion = { key: 'what-helped', kind: 'TEXT', mandatory: false, values: [], helpValues: [] };
const ASKED = [SAFE, HELPED];

test('answers to what was asked are fine, and what is not mandatory may be left out', () => {
  expect(answerFault(ASKED, [{ key: 'feel-safe', value: 'YES' }])).toBeNull();
  expect(answerFault(ASKED, [{ key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'Talking.' }])).toBeNull();
  expect(answerFault(ASKED, [{ key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: null }])).toBeNull();
});

test.each([
  [[{ key: 'feel-safe' }], 'MISSING', ['answers']],
  [[], 'MISSING', ['answers']],
  [[{ key: 'other', value: 'YES' }], 'INVALID', ['answers', '0', 'key']],
  [[{ key: 'feel-safe', value: 'PERHAPS' }], 'INVALID', ['answers', '0', 'value']],
  [[{ key: 'feel-safe', text: 'yes' }], 'INVALID', ['answers', '0', 'text']],
  [[{ key: 'feel-safe', value: 'YES' }, { key: 'what-helped', value: 'YES' }], 'INVALID', ['answers', '1', 'value']],
  [[{ key: 'feel-safe', value: 'YES' }, { key: 'feel-safe', value: 'NO' }], 'INVALID', ['answers', '1', 'key']],
  [[{ key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'a'.repeat(LONGEST_ANSWER + 1) }], 'INVALID', ['answers', '1', 'text']],
])('%j is refused', (given, kind, path) => {
  expect(answerFault(ASKED, given)).toMatchObject({ kind, path });
});

test('help is due when an answer is one that asks for it', () => {
  expect(helpIsDue(ASKED, [{ key: 'feel-safe', value: 'NO' }])).toBe(true);
  expect(helpIsDue(ASKED, [{ key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'NO' }])).toBe(false);
});

test('empty answers are not kept', () => {
  expect(answered([{ key: 'a', value: 'YES', text: null }, { key: 'b', text: '' }, { key: 'c', value: null }])).toEqual([{ key: 'a', value: 'YES' }]);
});

test('young children are shown faces for a scale, and nobody else is', () => {
  expect([shownKind('SCALE', 'YOUNG_CHILD'), shownKind('SCALE', 'EASY_READ'), shownKind('TEXT', 'YOUNG_CHILD')]).toEqual(['FACES', 'SCALE', 'TEXT']);
});
