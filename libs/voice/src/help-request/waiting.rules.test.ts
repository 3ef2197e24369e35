import { ENGLAND } from '@qaf/calendar';
import { workingDaysWaited } from './waiting.rules';

const at = (text: string): Date => new Date(text);

test.each([
  // Asked on a Friday evening: Saturday and Sunday do not count, Monday does.
  ['2018-11-02T18:00:00Z', null, '2018-11-05T08:00:00Z', 1],
  ['2018-11-05T08:00:00Z', null, '2018-11-05T16:00:00Z', 0],
  // Christmas Day and Boxing Day are passed over: the 24th, 27th and 28th.
  ['2018-12-21T10:00:00Z', null, '2018-12-28T10:00:00Z', 3],
  // Once somebody took it, it waits no longer.
  ['2018-11-05T08:00:00Z', '2018-11-07T08:00:00Z', '2018-12-28T10:00:00Z', 2],
  ['2035-11-05T08:00:00Z', null, '2035-11-07T08:00:00Z', null],
])('asked %s, taken %s: at %s it waited %s working days', (askedAt, takenAt, now, days) => {
  expect(workingDaysWaited({ askedAt: at(askedAt), takenAt: takenAt === null ? null : at(takenAt) }, at(now), ENGLAND)).toBe(days);
});
