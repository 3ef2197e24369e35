import { standingsOf } from './learning.rules';

const required = { courseId: 'a', withinDays: 90, repeatMonths: 24, since: '2025-01-01', lastAttendedOn: null };

test('a course is due within its days, then overdue; attended, it is met until it lapses', () => {
  const standing = (more: object, today: string) => standingsOf([{ ...required, ...more }], today)[0];
  // 90 days after 1 January 2025 is 1 April 2025.
  expect(standing({}, '2025-04-01')).toEqual({ courseId: 'a', standing: 'DUE', dueOn: '2025-04-01', lastAttendedOn: null });
  expect(standing({}, '2025-04-02')).toMatchObject({ standing: 'OVERDUE' });
  expect(standing({ lastAttendedOn: '2024-02-29' }, '2026-02-28')).toMatchObject({ standing: 'MET', dueOn: '2026-02-28' });
  expect(standing({ lastAttendedOn: '2024-02-29' }, '2026-03-01')).toMatchObject({ standing: 'LAPSED' });
  expect(standing({ lastAttendedOn: '2010-01-01', repeatMonths: null }, '2026-03-01')).toMatchObject({ standing: 'MET', dueOn: null });
});

test('of two roles that require one course the stricter counts', () => {
  expect(standingsOf([required, { ...required, withinDays: 30 }, { ...required, courseId: 'b' }], '2025-02-15')).toMatchObject([{ courseId: 'a', standing: 'OVERDUE', dueOn: '2025-01-31' }, { courseId: 'b', standing: 'DUE' }]);
});
