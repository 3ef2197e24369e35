import fc from 'fast-check';
import { compareWordings, wordingGroups } from './wording';
import type { WordedQuestion } from './wording';

const question = (version: number, over: Partial<WordedQuestion> = {}): WordedQuestion => ({ key: 'listened', version, text: 'Did your worker listen to you?', kind: 'CHOICE', choices: ['yes', 'sometimes', 'no'], ...over });

test('the same words, answered in the same way, are one measure through the versions', () => {
  const questions = [question(1), question(2, { text: '  did your worker  listen to you? ' }), question(4)];
  expect(wordingGroups(questions)).toEqual([{ key: 'listened', versions: [1, 2, 4] }]);
  expect(compareWordings(questions, 'listened', 4, 1)).toEqual({ comparable: true, because: null });
});

test.each([
  ['other words', { text: 'Were you heard?' }, 'WORDING'],
  ['another answer to choose from', { choices: ['yes', 'no'] }, 'CHOICES'],
  ['the same answers in another order', { choices: ['no', 'sometimes', 'yes'] }, 'CHOICES'],
  ['another kind of answer', { kind: 'TEXT', choices: [] }, 'KIND'],
])('%s part two versions', (_name, over, because) => {
  const questions = [question(1), question(2, over)];
  expect(wordingGroups(questions)).toHaveLength(2);
  expect(compareWordings(questions, 'listened', 1, 2)).toEqual({ comparable: false, because });
});

test('a version that does not ask the question cannot be compared', () => {
  expect(compareWordings([question(1)], 'listened', 1, 2)).toEqual({ comparable: false, because: 'ABSENT' });
  expect(compareWordings([question(1)], 'safe', 1, 1)).toEqual({ comparable: false, because: 'ABSENT' });
});

test('people can decide that other words mean the same, and decisions join up', () => {
  const questions = [question(1), question(2, { text: 'Were you heard?', meansTheSameAs: 1 }), question(3, { text: 'Were you listened to?', meansTheSameAs: 2 }), question(5, { text: 'Were you listened to?' })];
  expect(wordingGroups(questions)).toEqual([{ key: 'listened', versions: [1, 2, 3, 5] }]);
});

test('a later version can join two that were apart', () => {
  const questions = [question(1), question(2, { text: 'Were you heard?' }), question(3, { meansTheSameAs: 2 })];
  expect(wordingGroups(questions)).toEqual([{ key: 'listened', versions: [1, 2, 3] }]);
});

test('no decision makes two scales one', () => {
  expect(wordingGroups([question(1), question(2, { choices: ['yes', 'no'], meansTheSameAs: 1 })]).map(({ versions }) => versions)).toEqual([[1], [2]]);
});

test('questions are told apart by their key, never by their words', () => {
  expect(wordingGroups([question(1), question(1, { key: 'heard' })])).toEqual([{ key: 'listened', versions: [1] }, { key: 'heard', versions: [1] }]);
});

test('a version twice and a decision about one that is not earlier are refused', () => {
  expect(() => wordingGroups([question(1), question(1)])).toThrow(RangeError);
  for (const meansTheSameAs of [2, 3, 9]) expect(() => wordingGroups([question(1), question(2, { meansTheSameAs }), question(3)])).toThrow(RangeError);
});

const versions = fc.array(fc.record({ text: fc.constantFrom('a', 'b', 'c'), choices: fc.constantFrom(['x'], ['x', 'y']), back: fc.option(fc.integer({ min: 1, max: 4 })) }), { minLength: 1, maxLength: 8 }).map((drawn) =>
  drawn.map(({ text, choices, back }, index): WordedQuestion => ({ ...question(index + 1, { text, choices }), ...(back !== null && back <= index ? { meansTheSameAs: index + 1 - back } : {}) })),
);

test('to be comparable holds both ways and joins up, and every version is in one group, in whatever order they come', () => {
  fc.assert(
    fc.property(versions, (questions) => {
      const groups = wordingGroups(questions);
      expect(groups.flatMap((group) => group.versions).toSorted((one, other) => one - other)).toEqual(questions.map(({ version }) => version));
      expect(wordingGroups(questions.toReversed())).toEqual(groups);
      // The slow way: steps from neighbour to neighbour until nothing is new.
      for (const { version } of questions) expect(groups.find((group) => group.versions.includes(version))!.versions).toEqual(reached(questions, version));
      for (const { version: one } of questions) {
        for (const { version: other } of questions) expect(compareWordings(questions, 'listened', one, other).comparable).toBe(compareWordings(questions, 'listened', other, one).comparable);
      }
    }),
  );
});

function reached(questions: readonly WordedQuestion[], from: number): number[] {
  const found = new Set([from]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const one of questions.filter(({ version }) => found.has(version))) {
      for (const other of questions) if (String(one.choices) === String(other.choices) && (one.text === other.text || one.meansTheSameAs === other.version || other.meansTheSameAs === one.version)) found.add(other.version);
    }
  }
  return [...found].toSorted((one, other) => one - other);
}
