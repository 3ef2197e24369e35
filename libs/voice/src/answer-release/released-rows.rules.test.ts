import type { AnswerSheet } from '../answer/sealing';
import { releasedRows } from './released-rows.rules';

const RULES = { kept: ['AGE_BAND', 'LANGUAGE', 'MODE'], fewest: 6 };
const backwards = <T>(items: readonly T[]): T[] => items.toReversed();
const sheet = (number: number, more: Partial<AnswerSheet> = {}): AnswerSheet => ({
  language: 'en', variant: 'EASY_READ', mode: 'LINK', ageBand: '8_TO_11', offeredLanguage: 'en', answers: [{ key: 'safe', value: `V${number}` }, { key: 'helped', text: `words ${number}` }], ...more,
});

test('a sheet comes apart: ratings with what is kept, own words with nothing', () => {
  const { answers, groups, comments } = releasedRows([1, 2, 3, 4, 5, 6].map((number) => sheet(number)), RULES, backwards);
  expect(answers[0]).toEqual({ questionKey: 'safe', value: 'V6', ageBand: '8_TO_11', language: 'en', mode: 'LINK', variant: null });
  expect(comments[0]).toEqual({ questionKey: 'helped', text: 'words 6' });
  expect(groups).toEqual([{ ageBand: '8_TO_11', language: 'en', mode: 'LINK', variant: null, answers: 6 }]);
});

test('each question is shuffled by itself', () => {
  const turns: number[] = [];
  releasedRows([1, 2, 3, 4, 5, 6].map((number) => sheet(number)), RULES, (items) => (turns.push(items.length), [...items]));
  // The questions; the six answers of each, once for the ratings and once for the words of it; the groups.
  expect(turns).toEqual([2, 6, 6, 1, 6, 6]);
});

test('the language that counts is the one that the link was given for, and else the one answered in', () => {
  const given = [...[1, 2, 3, 4, 5, 6].map((number) => sheet(number, { offeredLanguage: 'pl' })), ...[7, 8, 9, 10, 11, 12].map((number) => sheet(number, { offeredLanguage: null }))];
  expect(releasedRows(given, RULES, backwards).groups.map(({ language, answers }) => [language, answers])).toEqual([['en', 6], ['pl', 6]]);
});
