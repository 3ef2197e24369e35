import { unansweredKeys } from './unanswered.rules';

const questions = [
  { key: 'seen', mandatory: true, askedWhen: null },
  { key: 'why', mandatory: true, askedWhen: { key: 'seen', answers: ['NO'] } },
  { key: 'note', mandatory: false, askedWhen: null },
];
const keys = (...choices: [string, string][]) => unansweredKeys(questions, choices.map(([questionKey, choice]) => ({ questionKey, choice })));

test('what is left to answer follows from the answers so far', () => {
  expect(keys()).toEqual(['seen']);
  expect(keys(['seen', 'YES'])).toEqual([]);
  expect(keys(['seen', 'NO'])).toEqual(['why']);
  expect(keys(['seen', 'NO'], ['why', 'YES'])).toEqual([]);
});
