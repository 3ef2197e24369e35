import { Grade } from '@qaf/graph';
import fc from 'fast-check';
import { computedGrade, type Graded } from './audit-grade.rules';

const { OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE } = Grade;
const ORDER = [OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE];

function graded(grade: Grade | null, more: Partial<Graded> = {}): Graded {
  return { key: 'a', weight: 1, limiting: false, grade, choice: null, capsAt: null, ...more };
}

describe('the computed grade', () => {
  it('is the mean of the graded answers by weight', () => {
    // Places 0, 1, 3 with weights 1, 1, 4: 13 / 6 = 2.17, nearest 2.
    expect(computedGrade([graded(OUTSTANDING), graded(GOOD), graded(INADEQUATE, { weight: 4 })]).grade).toBe(REQUIRES_IMPROVEMENT);
  });

  it('goes to the better grade half way', () => {
    expect(computedGrade([graded(GOOD), graded(REQUIRES_IMPROVEMENT)]).grade).toBe(GOOD);
    expect(computedGrade([graded(OUTSTANDING), graded(GOOD)]).grade).toBe(OUTSTANDING);
    expect(computedGrade([graded(OUTSTANDING), graded(GOOD), graded(GOOD)]).grade).toBe(GOOD);
  });

  it('leaves out what did not apply, and is none when nothing graded applied', () => {
    expect(computedGrade([graded(GOOD), graded(null, { choice: 'NOT_APPLICABLE', weight: 9 })]).grade).toBe(GOOD);
    expect(computedGrade([graded(null, { choice: 'YES' })])).toEqual({ grade: null, limitedBy: [] });
    expect(computedGrade([graded(GOOD, { weight: 0 })]).grade).toBeNull();
  });

  it('is no better than a limiting question, and names the one that held it', () => {
    const many = Array.from({ length: 9 }, () => graded(OUTSTANDING));
    expect(computedGrade([...many, graded(INADEQUATE, { key: 'risk', limiting: true })])).toEqual({ grade: INADEQUATE, limitedBy: ['risk'] });
    expect(computedGrade([...many, graded(null, { key: 'seen', limiting: true, choice: 'NO' })])).toEqual({ grade: REQUIRES_IMPROVEMENT, limitedBy: ['seen'] });
    expect(computedGrade([...many, graded(null, { key: 'seen', limiting: true, choice: 'NOT_APPLICABLE' })])).toEqual({ grade: OUTSTANDING, limitedBy: [] });
    expect(computedGrade([...many, graded(null, { key: 'seen', limiting: true, choice: 'NO', capsAt: INADEQUATE })])).toEqual({ grade: INADEQUATE, limitedBy: ['seen'] });
    expect(computedGrade([...many, graded(null, { key: 'seen', limiting: true, choice: 'NO', capsAt: GOOD }), graded(REQUIRES_IMPROVEMENT, { key: 'risk', limiting: true, weight: 0 })])).toEqual({ grade: REQUIRES_IMPROVEMENT, limitedBy: ['risk'] });
  });

  it('lies between the best and the worst answer, and never rises when an answer falls', () => {
    const answer = fc.record({ key: fc.constant('a'), weight: fc.integer({ min: 1, max: 10 }), limiting: fc.boolean(), grade: fc.constantFrom(...ORDER), choice: fc.constant(null), capsAt: fc.constant(null) });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 20 }), fc.nat(), (answers, pick) => {
        const places = answers.map((one) => ORDER.indexOf(one.grade));
        const place = ORDER.indexOf(computedGrade(answers).grade as Grade);
        expect(place).toBeGreaterThanOrEqual(Math.min(...places));
        expect(place).toBeLessThanOrEqual(Math.max(...places));
        const worse = answers.map((one, index) => (index === pick % answers.length ? { ...one, grade: INADEQUATE } : one));
        expect(ORDER.indexOf(computedGrade(worse).grade as Grade)).toBeGreaterThanOrEqual(place);
      }),
    );
  });

  it('is not moved by what did not apply, whatever it weighs, nor by the order of the answers', () => {
    const answer = fc.record({ key: fc.string(), weight: fc.integer({ min: 0, max: 10 }), limiting: fc.boolean(), grade: fc.constantFrom(...ORDER), choice: fc.constant(null), capsAt: fc.constant(null) });
    const apart = fc.record({ key: fc.string(), weight: fc.integer({ min: 0, max: 10 }), limiting: fc.boolean(), grade: fc.constant(null), choice: fc.constantFrom('NOT_APPLICABLE', 'YES'), capsAt: fc.constantFrom(null, ...ORDER) });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1 }), fc.array(apart), (answers, others) => {
        const grade = computedGrade(answers).grade;
        expect(computedGrade([...others, ...answers]).grade).toBe(grade);
        expect(computedGrade([...answers, ...others].reverse()).grade).toBe(grade);
      }),
    );
  });
});
