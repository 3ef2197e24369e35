import fc from 'fast-check';
import { askedKeys, type AnswerValue, type Conditional } from './asked.rules';

const question = (key: string, when?: [string, ...string[]]): Conditional => ({ key, askedWhen: when ? { key: when[0], answers: when.slice(1) } : null });
const asked = (questions: Conditional[], answers: Record<string, AnswerValue>) => [...askedKeys(questions, new Map(Object.entries(answers)))];

describe('a question that depends on another', () => {
  const tool = [question('unborn'), question('seen', ['unborn', 'NO', 'NOT_APPLICABLE']), question('why', ['seen', 'NO']), question('scale', ['pace', '1', '2'])];

  it('is asked once the other was answered in one of the named ways', () => {
    expect(asked(tool, {})).toEqual(['unborn']);
    expect(asked(tool, { unborn: { choice: 'YES' } })).toEqual(['unborn']);
    expect(asked(tool, { unborn: { choice: 'NO' } })).toEqual(['unborn', 'seen']);
    expect(asked(tool, { unborn: { choice: 'NO' }, seen: { choice: 'NO' } })).toEqual(['unborn', 'seen', 'why']);
  });

  it('is not asked where the other is no longer asked, though an answer of it is kept', () => {
    expect(asked(tool, { unborn: { choice: 'YES' }, seen: { choice: 'NO' } })).toEqual(['unborn']);
  });

  it('takes grades, colours and numbers as they are answered', () => {
    const by = (answers: string[]) => [question('first'), question('next', ['first', ...answers])];
    expect(asked(by(['INADEQUATE']), { first: { grade: 'INADEQUATE' } })).toHaveLength(2);
    expect(asked(by(['RED', 'AMBER']), { first: { rag: 'AMBER' } })).toHaveLength(2);
    expect(asked(by(['1', '2']), { first: { scale: 2 } })).toHaveLength(2);
    expect(asked(by(['1', '2']), { first: { scale: 3 } })).toHaveLength(1);
  });

  it('never depends on what comes after it, and never asks anything for an answer that nobody named', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const conditions = fc.tuple(...keys.map((_, index) => fc.option(fc.record({ key: fc.constantFrom(...keys.slice(0, Math.max(index, 1))), answers: fc.subarray(['YES', 'NO']) }))));
    const given = fc.tuple(...keys.map(() => fc.option(fc.constantFrom('YES', 'NO', 'NOT_APPLICABLE'))));
    fc.assert(
      fc.property(conditions, given, fc.nat(4), (whens, choices, cut) => {
        const questions = keys.map((key, index) => ({ key, askedWhen: index === 0 ? null : (whens[index] ?? null) }));
        const answers = new Map(keys.map((key, index) => [key, { choice: choices[index] ?? null }]));
        const all = askedKeys(questions, answers);
        expect([...askedKeys(questions.slice(0, cut), answers)]).toEqual([...all].filter((key) => keys.indexOf(key) < cut));
        for (const { key, askedWhen } of questions) if (askedWhen && !askedWhen.answers.includes(answers.get(askedWhen.key)?.choice ?? '')) expect(all.has(key)).toBe(false);
      }),
    );
  });
});
