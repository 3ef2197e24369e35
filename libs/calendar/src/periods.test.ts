import fc from 'fast-check';
import { businessYearOf, isWithin, monthOf, quarterOf } from './periods';

const anyDate = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('a business year begins on 1 April', () => {
  expect(businessYearOf('2018-04-01')).toEqual({ code: '2018-19', startsOn: '2018-04-01', endsBefore: '2019-04-01' });
  expect(businessYearOf('2019-03-31').code).toBe('2018-19');
  expect(businessYearOf('2019-04-01').code).toBe('2019-20');
  expect(businessYearOf('2000-02-29').code).toBe('1999-00');
});

test.each([
  ['2018-04-01', { code: '2018-19 Q1', startsOn: '2018-04-01', endsBefore: '2018-07-01' }],
  ['2018-09-30', { code: '2018-19 Q2', startsOn: '2018-07-01', endsBefore: '2018-10-01' }],
  ['2018-12-31', { code: '2018-19 Q3', startsOn: '2018-10-01', endsBefore: '2019-01-01' }],
  ['2019-01-01', { code: '2018-19 Q4', startsOn: '2019-01-01', endsBefore: '2019-04-01' }],
  ['2019-03-31', { code: '2018-19 Q4', startsOn: '2019-01-01', endsBefore: '2019-04-01' }],
])('%s falls in its quarter', (date, quarter) => expect(quarterOf(date)).toEqual(quarter));

test('a month is a calendar month', () => {
  expect(monthOf('2020-02-29')).toEqual({ code: '2020-02', startsOn: '2020-02-01', endsBefore: '2020-03-01' });
  expect(monthOf('2020-12-31')).toEqual({ code: '2020-12', startsOn: '2020-12-01', endsBefore: '2021-01-01' });
});

test('a period ends before its end', () => {
  const quarter = quarterOf('2018-05-05');
  expect(['2018-03-31', '2018-04-01', '2018-06-30', '2018-07-01', '2018-06-31'].map((date) => isWithin(date, quarter))).toEqual([false, true, true, false, false]);
});

test.each([businessYearOf, quarterOf, monthOf])('every day falls in exactly the one that says so (%#)', (of) => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const period = of(date);
      return isWithin(date, period) && of(period.startsOn).code === period.code && of(period.endsBefore).startsOn === period.endsBefore;
    }),
  );
});

test('a month lies in its quarter, and a quarter in its year', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const [month, quarter, year] = [monthOf(date), quarterOf(date), businessYearOf(date)];
      return quarter.startsOn <= month.startsOn && month.endsBefore <= quarter.endsBefore && year.startsOn <= quarter.startsOn && quarter.endsBefore <= year.endsBefore;
    }),
  );
});

test('a day that does not exist has no period', () => {
  for (const periodOf of [businessYearOf, quarterOf, monthOf]) expect(() => periodOf('2019-02-29')).toThrow(RangeError);
});
