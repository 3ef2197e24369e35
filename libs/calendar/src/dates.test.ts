import fc from 'fast-check';
import { addDays, daysBetween, isRealDate, todayInLondon, weekdayOf } from './dates';

const anyDate = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test.each(['2019-02-28', '2020-02-29', '2000-02-29', '1948-07-05', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isRealDate(text)).toBe(true);
});

test.each(['2019-02-29', '1900-02-29', '2019-02-31', '2019-04-31', '2019-13-01', '2019-00-10', '2019-01-00', '0000-01-01', '2019-1-1', '31/12/2019', '2019-01-01T00:00', ' 2019-01-01', '2019-01-01\n', '', '+002019-01-01', '２019-01-01'])(
  '%j is not a day',
  (text) => {
    expect(isRealDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  },
);

test('days are added over the ends of months and leap years', () => {
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  expect(addDays('2019-02-28', 1)).toBe('2019-03-01');
  expect(addDays('2019-01-01', -1)).toBe('2018-12-31');
  expect(() => addDays('2019-01-01', 0.5)).toThrow(RangeError);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
});

test('weekdays run from Monday as 1 to Sunday as 7', () => {
  expect(['2026-06-01', '2026-06-06', '2026-06-07', '1969-12-28', '1945-05-08'].map(weekdayOf)).toEqual([1, 6, 7, 7, 2]);
});

test('there and back is where one was', () => {
  fc.assert(fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => daysBetween(date, addDays(date, days)) === days));
});

test('earlier days are smaller texts', () => {
  fc.assert(fc.property(anyDate, anyDate, (one, other) => Math.sign(daysBetween(one, other)) === (one < other ? 1 : one > other ? -1 : 0)));
});

test('the weekday moves on by one each day', () => {
  fc.assert(fc.property(anyDate, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) % 7) + 1));
});

describe('today in London', () => {
  test.each([
    ['2026-01-15T23:59:59Z', '2026-01-15'],
    ['2026-06-15T22:59:59Z', '2026-06-15'],
    ['2026-06-15T23:00:00Z', '2026-06-16'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T23:30:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2025-12-31T23:59:59Z', '2025-12-31'],
  ])('at %s is %s', (now, date) => expect(todayInLondon(new Date(now))).toBe(date));
});
