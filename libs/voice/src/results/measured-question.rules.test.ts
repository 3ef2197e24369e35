import { type AskedInVersion, measuredQuestions, statisticCode } from './measured-question.rules';

const asked = (versionNumber: number, more: Partial<AskedInVersion> = {}): AskedInVersion => ({
  questionnaireCode: 'cp-plan-end', questionnaireTitle: 'End of a plan', versionId: `v${versionNumber}`, versionNumber, key: 'listened-to', kind: 'SCALE', options: ['1', '2', '3', '4', '5'], helpValues: [],
  text: 'My worker listened.', labels: { '5': 'Completely' }, ...more,
});

test('versions that ask the same are one measure, other words are another', () => {
  const measured = measuredQuestions([asked(1), asked(2), asked(3, { text: 'Were you heard?' }), asked(3, { key: 'own-words', kind: 'TEXT', options: [] })]);
  expect(measured.map(({ statistic, versionIds }) => [statistic.code, versionIds])).toEqual([['cp-plan-end/listened-to/1', ['v1', 'v2']], ['cp-plan-end/listened-to/3', ['v3']]]);
});

test.each([
  [asked(1), ['4', '5']],
  [asked(1, { kind: 'YES_NO', options: ['NO', 'NOT_SURE', 'YES'], helpValues: ['NO'] }), ['YES']],
  [asked(1, { kind: 'YES_NO', options: ['NO', 'NOT_SURE', 'YES'], helpValues: ['YES'] }), ['NO']],
  [asked(1, { kind: 'CHOICE', options: ['A', 'B'] }), []],
])('what is favourable follows from how a question is answered (%#)', (question, favourable) => {
  const [measured] = measuredQuestions([question]);
  expect(measured?.statistic.measure.categories.filter(({ part }) => part).map(({ code }) => code)).toEqual(favourable);
});

test('a code is as long as can be kept, whatever the names, and still one of its own', () => {
  const long = { questionnaireCode: 'q'.repeat(40), versionNumber: 12 };
  const [one, other] = ['a', 'b'].map((letter) => statisticCode({ ...long, key: letter.repeat(40) }));
  expect([one?.length, one === other, one?.split('/').length]).toEqual([40 + 1 + 12 + 3, false, 3]);
});
