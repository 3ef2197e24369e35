import fc from 'fast-check';
import { addDays, weekdayOf } from './dates';
import { ENGLAND, holidaysFrom } from './holidays';
import { addWorkingDays, holidaysSkipped, isWorkingDay, workingDaysBetween } from './working-days';

// Each calendar is written out by hand: the letters are Monday to Sunday, w for a working day.
test.each([
  ['Easter 2018', '2018-03-26', 'wwwwh-- hwwww-- wwwww--'],
  ['Easter 2019', '2019-04-15', 'wwwwh-- hwwww--'],
  ['Christmas 2018, on a Tuesday', '2018-12-17', 'wwwww-- whhww-- whwww--'],
  ['Christmas 2020, on a Friday', '2020-12-21', 'wwwwh-- hwwwh-- wwwww--'],
  ['Christmas 2021, on a Saturday', '2021-12-20', 'wwwww-- hhwww-- hwwww--'],
  ['Christmas 2022, on a Sunday', '2022-12-19', 'wwwww-- hhwww-- hwwww--'],
  ['VE Day 2020, moved to a Friday', '2020-05-04', 'wwwwh-- wwwww--'],
  ['the jubilee of 2022, two days in June instead of one in May', '2022-05-30', 'wwwhh-- wwwww--'],
  ['the state funeral of 2022', '2022-09-19', 'hwwww--'],
  ['May 2023, with the coronation', '2023-05-01', 'hwwww-- hwwww-- wwwww-- wwwww-- hwwww--'],
  ['August 2026', '2026-08-24', 'wwwww-- hwwww--'],
])('%s', (_name, monday, calendar) => {
  const days = calendar.replaceAll(' ', '');
  expect(weekdayOf(monday)).toBe(1);
  const seen = [...days].map((_, index) => (isWorkingDay(addDays(monday, index), ENGLAND) ? 'w' : ENGLAND.names.has(addDays(monday, index)) ? 'h' : '-'));
  expect(seen.join('')).toBe(days);
});

test.each([
  // Received on a Monday: ten days are two weeks.
  ['2018-06-04', 10, '2018-06-18'],
  // Received on a Friday: day 1 is the Monday after.
  ['2018-06-01', 1, '2018-06-04'],
  // Received on a Saturday, the same.
  ['2018-06-02', 1, '2018-06-04'],
  // Over Easter 2018: 29 (1), then 3, 4, 5, 6 (5), 9 to 13 (10).
  ['2018-03-28', 10, '2018-04-13'],
  // Over Christmas 2018: 21 (1), 24 (2), 27 (3), 28 (4), 31 (5), 2 (6), 3 (7), 4 (8), 7 (9), 8 (10).
  ['2018-12-20', 10, '2019-01-08'],
  // Over May 2023 with three holidays: 28 April (1), 2 to 5 (5), 9 to 12 (9), 15 (10).
  ['2023-04-27', 10, '2023-05-15'],
  // The statutory 45 working days of an assessment with the May holidays of 2018: nine weeks and two days.
  ['2018-04-30', 45, '2018-07-04'],
  ['2018-06-02', 0, '2018-06-02'],
])('received on %s, working day %i is %s', (date, count, due) => {
  expect(addWorkingDays(date, count, ENGLAND)).toBe(due);
});

test('a count names the holidays that it passed over', () => {
  expect(holidaysSkipped('2018-03-28', '2018-04-13', ENGLAND)).toEqual([
    { date: '2018-03-30', name: 'Good Friday' },
    { date: '2018-04-02', name: 'Easter Monday' },
  ]);
  expect(holidaysSkipped('2018-04-13', '2018-03-28', ENGLAND)).toEqual([]);
});

test('a holiday on a weekend skips nothing', () => {
  const one = holidaysFrom({ startsOn: '2018-01-01', endsBefore: '2019-01-01', days: [{ date: '2018-06-02', name: 'A Saturday' }] });
  expect(holidaysSkipped('2018-06-01', '2018-06-08', one)).toEqual([]);
  expect(workingDaysBetween('2018-06-01', '2018-06-08', one)).toBe(5);
});

test('a year whose holidays are not known gives no due date', () => {
  expect(() => addWorkingDays('2028-12-20', 20, ENGLAND)).toThrow('The holidays of 2029 are not known.');
  expect(() => isWorkingDay('2011-12-30', ENGLAND)).toThrow(RangeError);
  expect(() => addWorkingDays('2018-02-30', 1, ENGLAND)).toThrow(RangeError);
  expect(() => addWorkingDays('2018-02-28', -1, ENGLAND)).toThrow(RangeError);
  expect(() => addWorkingDays('2018-02-28', 1.5, ENGLAND)).toThrow(RangeError);
});

test('a list of holidays that contradicts itself is refused', () => {
  const list = { startsOn: '2018-01-01', endsBefore: '2019-01-01' };
  for (const date of ['2018-02-30', '2019-01-01', '2017-12-25']) expect(() => holidaysFrom({ ...list, days: [{ date, name: 'x' }] })).toThrow(RangeError);
  expect(() => holidaysFrom({ ...list, days: [{ date: '2018-05-07', name: 'x' }, { date: '2018-05-07', name: 'y' }] })).toThrow(RangeError);
});

test('every year from 2012 to 2028 has its eight holidays, and the four one-off days fall where they fell', () => {
  const perYear = new Map<string, number>();
  for (const date of ENGLAND.names.keys()) perYear.set(date.slice(0, 4), (perYear.get(date.slice(0, 4)) ?? 0) + 1);
  const more: Record<string, number> = { '2012': 9, '2022': 10, '2023': 9 };
  for (let year = 2012; year <= 2028; year += 1) expect([year, perYear.get(String(year))]).toEqual([year, more[String(year)] ?? 8]);
});

const anyDate = fc.integer({ min: 0, max: 5_500 }).map((days) => addDays('2012-01-01', days));

test('working day n is a working day, and exactly n of them lie on the way', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 65 }), (date, count) => {
      const due = addWorkingDays(date, count, ENGLAND);
      return isWorkingDay(due, ENGLAND) && workingDaysBetween(date, due, ENGLAND) === count;
    }),
  );
});

test('a count in two steps is the count in one', () => {
  const few = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(anyDate, few, few, (date, one, two) => addWorkingDays(addWorkingDays(date, one, ENGLAND), two, ENGLAND) === addWorkingDays(date, one + two, ENGLAND)),
  );
});

test('to and fro cancel out, with zero between a day and itself', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 400 }), (one, days) => {
      const other = addDays(one, days);
      expect(workingDaysBetween(one, other, ENGLAND) + workingDaysBetween(other, one, ENGLAND)).toBe(0);
      expect(workingDaysBetween(one, one, ENGLAND)).toBe(0);
    }),
  );
});
