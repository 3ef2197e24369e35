import { Grade } from '@qaf/graph';
import fc from 'fast-check';
import { isKey, placed, questionFault, type QuestionGiven } from './design.rules';

const at = (more: Partial<QuestionGiven>) => questionFault({ text: 'How well?', kind: 'GRADE', ...more })?.problem.path.at(-1) ?? null;

describe('a question of a draft', () => {
  it('is of a kind, in words, and scores only where it is graded', () => {
    expect(at({})).toBeNull();
    expect([at({ text: '' }), at({ text: 'x'.repeat(1001) }), at({ text: 'x'.repeat(1000) })]).toEqual(['text', 'text', null]);
    expect(at({ kind: 'FACES' })).toBe('kind');
    expect([at({ weight: -1 }), at({ weight: 11 }), at({ weight: 0 }), at({ weight: 10 })]).toEqual(['weight', 'weight', null, null]);
    expect([at({ kind: 'RAG', weight: 1 }), at({ kind: 'RAG', weight: 0 })]).toEqual(['weight', null]);
  });

  it('limits by a grade or a no, and says where only for a no', () => {
    expect([at({ limiting: true }), at({ kind: 'YES_NO_NA', limiting: true }), at({ kind: 'RAG', limiting: true })]).toEqual([null, null, 'limiting']);
    expect([at({ limiting: true, capsAt: Grade.INADEQUATE }), at({ kind: 'YES_NO_NA', limiting: true, capsAt: Grade.INADEQUATE }), at({ kind: 'YES_NO_NA', capsAt: Grade.GOOD })]).toEqual(['capsAt', null, 'capsAt']);
  });

  it('has a key of small letters, digits and dashes', () => {
    expect(['seen-alone', 'q1'].every(isKey)).toBe(true);
    expect(['a', 'Seen', 'seen alone', 'é-x', '', 'x'.repeat(61)].some(isKey)).toBe(false);
  });
});

describe('a place in an order', () => {
  it('is where it was asked for, and the others keep theirs', () => {
    expect(placed(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b']);
    expect(placed(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'a', 'c']);
    expect(placed(['a', 'b'], 'n', null)).toEqual(['a', 'b', 'n']);
    expect([placed(['a', 'b'], 'a', 99), placed(['a', 'b'], 'b', -5)]).toEqual([['b', 'a'], ['b', 'a']]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), fc.integer({ min: -3, max: 40 }), (ids, pick, place) => {
        const id = ids[pick % ids.length] as string;
        const after = placed(ids, id, place);
        expect(after.filter((one) => one !== id)).toEqual(ids.filter((one) => one !== id));
        expect(after.indexOf(id)).toBe(Math.min(Math.max(place - 1, 0), ids.length - 1));
      }),
    );
  });
});
