import fc from 'fast-check';
import { distributionOf } from './distribution';
import { movementOf } from './movement';
import { weightedCategory } from './weighted-category';
import type { WeightedAnswer } from './weighted-category';

const GRADES = ['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'] as const;
type Grade = (typeof GRADES)[number];
const [O, G, R, I] = GRADES;

describe('a distribution', () => {
  test('has a line for every grade, and what did not apply is in no denominator', () => {
    const { lines, n, missing } = distributionOf(GRADES, [G, G, null, I, G, null]);
    expect([n, missing]).toEqual([4, 2]);
    expect(lines.map(({ category, numerator, denominator, share }) => [category, numerator, denominator, share])).toEqual([
      [O, 0, 4, 0],
      [G, 3, 4, 0.75],
      [R, 0, 4, 0],
      [I, 1, 4, 0.25],
    ]);
  });

  test('of nothing has no shares', () => expect(distributionOf(GRADES, [null]).lines.map(({ share }) => share)).toEqual([null, null, null, null]));

  test('off the scale is refused', () => {
    expect(() => distributionOf(GRADES, ['EXCELLENT' as Grade])).toThrow(RangeError);
    expect(() => distributionOf(['a', 'a'], [])).toThrow(RangeError);
  });
});

describe('movement', () => {
  test('says how many got better, stayed and got worse', () => {
    const moves = [[G, G], [R, G], [I, G], [G, R], [O, O], [null, G], [G, null]] as const;
    const { counts, better, same, worse, n, missing } = movementOf(GRADES, moves.map(([before, after]) => ({ before, after })));
    expect([n, missing]).toEqual([5, 2]);
    expect([better, same, worse].map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[2, 5], [2, 5], [1, 5]]);
    expect(counts).toEqual([[1, 0, 0, 0], [0, 1, 1, 0], [0, 1, 0, 0], [0, 1, 0, 0]]);
  });

  test('accounts for every case, and looked at backwards turns better into worse', () => {
    const grade = fc.constantFrom(...GRADES, null);
    fc.assert(
      fc.property(fc.array(fc.record({ before: grade, after: grade })), (moves) => {
        const there = movementOf(GRADES, moves);
        const back = movementOf(GRADES, moves.map(({ before, after }) => ({ before: after, after: before })));
        expect(there.better.numerator + there.same.numerator + there.worse.numerator + there.missing).toBe(moves.length);
        expect([back.better, back.same, back.worse]).toEqual([there.worse, there.same, there.better]);
      }),
    );
  });
});

describe('the grade that follows from weighted answers', () => {
  const answer = (category: Grade | null, weight = 1, atBest: Grade | null = null, key = 'q'): WeightedAnswer<Grade> => ({ key, weight, category, atBest });

  test.each([
    ['one answer is the grade', [answer(G)], G, G],
    ['half way goes to the better', [answer(G), answer(R)], G, G],
    ['nearer to the worse goes there', [answer(G), answer(R), answer(R)], R, R],
    ['weights count', [answer(G, 3), answer(I, 1)], G, G],
    ['what did not apply leaves the mean', [answer(G), answer(null, 9)], G, G],
    ['what has no weight leaves the mean', [answer(G), answer(I, 0)], G, G],
    ['a limit holds the whole down', [answer(O, 9), answer(I, 1, I)], I, O],
    ['a limit without a grade does too', [answer(O, 9), answer(null, 0, R)], R, O],
    ['a limit above the mean holds nothing', [answer(R, 9, O)], R, R],
    ['nothing that counts is no grade', [answer(null), answer(I, 0, I)], null, null],
  ])('%s', (_name, answers, category, byMean) => expect(weightedCategory(GRADES, answers)).toMatchObject({ category, byMean }));

  test('names the answers that limit it, and those alone', () => {
    const answers = [answer(O, 9, null, 'plan'), answer(R, 1, R, 'seen'), answer(R, 1, R, 'views'), answer(G, 1, G, 'visits')];
    expect(weightedCategory(GRADES, answers)).toEqual({ category: R, byMean: O, limitedBy: ['seen', 'views'], weight: 12 });
  });

  test('names none where the mean alone is no better', () => {
    expect(weightedCategory(GRADES, [answer(R, 1, R), answer(R, 1, G)]).limitedBy).toEqual([]);
  });

  test('is refused for a weight that is not whole and a grade off the scale', () => {
    expect(() => weightedCategory(GRADES, [answer(G, 0.5)])).toThrow(RangeError);
    expect(() => weightedCategory(GRADES, [answer(G, -1)])).toThrow(RangeError);
    expect(() => weightedCategory(GRADES, [answer('EXCELLENT' as Grade)])).toThrow(RangeError);
  });

  test('by the mean is the grade that no other is nearer to', () => {
    const answers = fc.array(fc.record({ key: fc.constant('q'), weight: fc.integer({ min: 1, max: 9 }), category: fc.constantFrom(...GRADES) }), { minLength: 1 });
    fc.assert(
      fc.property(answers, (some) => {
        const { byMean, weight } = weightedCategory(GRADES, some);
        // Compared in whole numbers: the distance of each place from the mean, times the sum of the weights.
        const total = some.reduce((sum, { weight: own, category }) => sum + own * GRADES.indexOf(category), 0);
        const distances = GRADES.map((_, place) => Math.abs(place * weight - total));
        expect(byMean).toBe(GRADES[distances.indexOf(Math.min(...distances))]);
      }),
    );
  });
});
