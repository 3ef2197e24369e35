import fc from 'fast-check';
import { addDays, daysBetween } from './dates';
import { addMonths } from './months';

test.each([
  ['2018-04-15', 3, '2018-07-15'],
  ['2018-11-30', 3, '2019-02-28'],
  ['2019-11-30', 3, '2020-02-29'],
  ['2019-11-29', 3, '2020-02-29'],
  ['2018-08-31', 6, '2019-02-28'],
  ['2018-03-31', 1, '2018-04-30'],
  ['2018-02-28', 6, '2018-08-28'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2020-02-29', 48, '2024-02-29'],
  ['2018-12-31', 0, '2018-12-31'],
  ['2018-12-31', 2, '2019-02-28'],
  ['2019-01-31', -2, '2018-11-30'],
  ['0002-01-01', -12, '0001-01-01'],
])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

test('a day that does not exist, part of a month and the end of the calendar are refused', () => {
  for (const [date, months] of [['2019-02-29', 1], ['2019-01-01', 0.5], ['9999-12-01', 1], ['0001-01-01', -1]] as const) expect(() => addMonths(date, months)).toThrow(RangeError);
});

test('the day is in the month that is meant, and as late in it as the first allows', () => {
  const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days));
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, months) => {
      const later = addMonths(date, months);
      expect((Number(later.slice(0, 4)) - Number(date.slice(0, 4))) * 12 + Number(later.slice(5, 7)) - Number(date.slice(5, 7))).toBe(months);
      const lastOfMonth = addDays(later, 1).slice(8) === '01';
      expect(later.slice(8) === date.slice(8) || (later.slice(8) < date.slice(8) && lastOfMonth)).toBe(true);
      expect(daysBetween(addMonths(date, months), addMonths(addDays(date, 1), months))).toBeGreaterThanOrEqual(0);
    }),
  );
});
