import { Grade } from '@qaf/graph';
import { priorityGrades } from './priority-grade.rules';

const { OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE } = Grade;
const answer = (priorityCode: string | null, grade: Grade | null, weight = 1) => ({ key: 'k', weight, grade, priorityCode });

test('each priority has the mean by weight of its own answers', () => {
  // Visits: (1 × 2 + 2 × 1) / 3 = 1.33, nearest to good (1). Plans: (0 + 3) / 2 = 1.5, half way, so good.
  const answers = [answer('visits', REQUIRES_IMPROVEMENT), answer('visits', GOOD, 2), answer('plans', OUTSTANDING), answer('plans', INADEQUATE), answer(null, INADEQUATE, 9)];
  expect(priorityGrades(answers)).toEqual({ visits: GOOD, plans: GOOD });
});

test('a priority none of whose answers is graded or weighs anything has no grade', () => {
  expect(priorityGrades([answer('visits', null), answer('plans', GOOD, 0)])).toEqual({});
});
