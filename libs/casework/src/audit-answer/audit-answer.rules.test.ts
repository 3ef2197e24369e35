import fc from 'fast-check';
import { answersFault, type AnswerValues, fits, type QuestionKind } from './audit-answer.rules';

const KINDS = new Map<string, QuestionKind>([['g', 'GRADE'], ['r', 'RAG'], ['y', 'YES_NO_NA'], ['s', 'SCALE'], ['t', 'TEXT']]);

describe('an answer', () => {
  it('is the one value that the kind of its question asks for', () => {
    expect(fits('GRADE', { questionKey: 'g', grade: 'GOOD' })).toBe(true);
    expect(fits('GRADE', { questionKey: 'g', choice: 'NOT_APPLICABLE' })).toBe(true);
    expect(fits('GRADE', { questionKey: 'g', choice: 'YES' })).toBe(false);
    expect(fits('RAG', { questionKey: 'r', rag: 'RED' })).toBe(true);
    expect(fits('RAG', { questionKey: 'r', grade: 'GOOD' })).toBe(false);
    expect(fits('YES_NO_NA', { questionKey: 'y', choice: 'NO' })).toBe(true);
    expect(fits('YES_NO_NA', { questionKey: 'y', choice: 'PERHAPS' })).toBe(false);
    expect(fits('SCALE', { questionKey: 's', scale: 10 })).toBe(true);
    expect(fits('SCALE', { questionKey: 's', scale: 11 })).toBe(false);
    expect(fits('TEXT', { questionKey: 't', text: 'Seen at school.' })).toBe(true);
    expect(fits('TEXT', { questionKey: 't', text: '' })).toBe(false);
  });

  it('is never two values, nor none', () => {
    const values = fc.record({ grade: fc.option(fc.constant('GOOD')), rag: fc.option(fc.constant('RED')), choice: fc.option(fc.constant('YES')), scale: fc.option(fc.constant(3)), text: fc.option(fc.constant('x')) });
    fc.assert(
      fc.property(values, fc.constantFrom<QuestionKind>('GRADE', 'RAG', 'YES_NO_NA', 'SCALE', 'TEXT'), (given, kind) => {
        const filled = Object.values(given).filter((value) => value !== null).length;
        if (filled !== 1) expect(fits(kind, { questionKey: 'q', ...given })).toBe(false);
      }),
    );
  });

  it('is refused where it stands', () => {
    const fault = (...answers: AnswerValues[]) => answersFault(KINDS, answers)?.problem.path ?? null;
    expect(fault({ questionKey: 'g', grade: 'GOOD' }, { questionKey: 't', text: 'x' })).toBeNull();
    expect(fault({ questionKey: 'g', grade: 'GOOD' }, { questionKey: 'none', text: 'x' })).toEqual(['answers', '1', 'questionKey']);
    expect(fault({ questionKey: 'g', grade: 'GOOD' }, { questionKey: 'g', grade: 'GOOD' })).toEqual(['answers', '1', 'questionKey']);
    expect(fault({ questionKey: 'g', rag: 'RED' })).toEqual(['answers', '0']);
  });
});
