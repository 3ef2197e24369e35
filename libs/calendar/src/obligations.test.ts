import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from './dates';
import { FREQUENCIES, spanOf, timesA, upTo } from './frequencies';
import type { Frequency, Span } from './frequencies';
import { obligationsIn } from './obligations';
import { addMonths } from './months';
import { businessYearOf, isWithin, monthOf, quarterOf } from './periods';

const YEAR = businessYearOf('2018-06-01');
const always = { heldFrom: '2015-01-01', heldTo: null };
const due = (frequency: Frequency, held = always, period: Parameters<typeof obligationsIn>[0] = YEAR) => obligationsIn(period, frequency, held).map(({ dueOn }) => dueOn);
const brief = (frequency: Frequency, held: Parameters<typeof obligationsIn>[2], period = YEAR) => obligationsIn(period, frequency, held).map(({ period: { code }, owed, dueOn }) => [code, owed, dueOn]);

test('monthly is owed by the last day of each calendar month, the leap day among them', () => {
  expect(due(FREQUENCIES.MONTHLY)).toEqual(['2018-04-30', '2018-05-31', '2018-06-30', '2018-07-31', '2018-08-31', '2018-09-30', '2018-10-31', '2018-11-30', '2018-12-31', '2019-01-31', '2019-02-28', '2019-03-31']);
  expect(due(FREQUENCIES.MONTHLY, always, monthOf('2020-02-10'))).toEqual(['2020-02-29']);
});

test.each([
  ['bi-monthly', FREQUENCIES.BI_MONTHLY, ['2018-05-31', '2018-07-31', '2018-09-30', '2018-11-30', '2019-01-31', '2019-03-31']],
  ['quarterly', FREQUENCIES.QUARTERLY, ['2018-06-30', '2018-09-30', '2018-12-31', '2019-03-31']],
  ['six-monthly', FREQUENCIES.SIX_MONTHLY, ['2018-09-30', '2019-03-31']],
  ['annually', FREQUENCIES.ANNUALLY, ['2019-03-31']],
  ['twice a year', FREQUENCIES.TWICE_A_YEAR, ['2019-03-31']],
  ['as required', FREQUENCIES.AS_REQUIRED, []],
])('%s follows the business year', (_name, frequency, expected) => expect(due(frequency)).toEqual(expected));

test('the spans are named so that they sort', () => {
  // 7 January 2019 is 366 weeks after 2 January 2012: a fortnight begins there, and four weeks two weeks earlier.
  const codes = (['MONTH', 'TWO_MONTHS', 'QUARTER', 'HALF_YEAR', 'YEAR', 'WEEK', 'FORTNIGHT', 'FOUR_WEEKS'] as const).map((per) => spanOf('2019-01-10', per).code);
  expect(codes).toEqual(['2019-01', '2018-12/01', '2018-19 Q4', '2018-19 H2', '2018-19', '2019-01-07 1w', '2019-01-07 2w', '2018-12-24 4w']);
});

test('weekly is owed by Sunday, in the month that the Sunday is in', () => {
  expect(due(FREQUENCIES.WEEKLY, always, monthOf('2018-07-01'))).toEqual(['2018-07-01', '2018-07-08', '2018-07-15', '2018-07-22', '2018-07-29']);
  // 1 April 2018 and 31 March 2019 were Sundays.
  expect([due(FREQUENCIES.WEEKLY), due(FREQUENCIES.WEEKLY, always, businessYearOf('2019-04-01'))].map(({ length }) => length)).toEqual([53, 52]);
  expect(due(FREQUENCIES.EVERY_FOUR_WEEKS)).toHaveLength(13);
});

test('fortnights and four weeks are counted from the authority’s own day', () => {
  const held = { ...always, weeksFrom: '2018-04-04' };
  expect(due(FREQUENCIES.FORTNIGHTLY, held, monthOf('2018-05-01'))).toEqual(['2018-05-01', '2018-05-15', '2018-05-29']);
  expect(due(FREQUENCIES.EVERY_FOUR_WEEKS, held, monthOf('2018-05-01'))).toEqual(['2018-05-01', '2018-05-29']);
});

test('up to four a year owes none, and says the ceiling', () => {
  expect(obligationsIn(YEAR, upTo(4), always)).toEqual([{ period: YEAR, owed: 0, most: 4, dueOn: '2019-03-31', heldDays: 365, days: 365 }]);
  // Held from 1 December: 121 of 365 days are 1.33 of four, up to the next whole.
  expect(obligationsIn(YEAR, upTo(4), { heldFrom: '2018-12-01', heldTo: null })).toMatchObject([{ owed: 0, most: 2 }]);
});

test('thirty a quarter, and four to five a year', () => {
  expect(brief(timesA('QUARTER', 30), always)).toEqual([['2018-19 Q1', 30, '2018-06-30'], ['2018-19 Q2', 30, '2018-09-30'], ['2018-19 Q3', 30, '2018-12-31'], ['2018-19 Q4', 30, '2019-03-31']]);
  expect(obligationsIn(YEAR, timesA('YEAR', 4, 5), always)).toMatchObject([{ owed: 4, most: 5 }]);
});

describe('a role that began or ended on the way', () => {
  test.each([
    // April has 30 days: from the 16th on it was held for 15 of them, which is half.
    ['half a month is owed', '2018-04-16', null, [['2018-04', 1, '2018-04-30']]],
    ['less than half is not', '2018-04-17', null, []],
    ['who leaves owes by the last day of holding it', '2018-01-01', '2018-04-16', [['2018-04', 1, '2018-04-15']]],
    ['who leaves before half owes nothing', '2018-01-01', '2018-04-15', []],
    ['who never held it in the month owes nothing', '2018-05-01', null, []],
    ['who left on the first owes nothing', '2018-01-01', '2018-04-01', []],
    ['a day of holding in between is too little', '2018-04-10', '2018-04-11', []],
  ])('%s', (_name, heldFrom, heldTo, expected) => {
    const april = obligationsIn(monthOf('2018-04-01'), FREQUENCIES.MONTHLY, { heldFrom, heldTo });
    expect(april.map(({ period: { code }, owed, dueOn }) => [code, owed, dueOn])).toEqual(expected);
  });

  test('of two a year, the nearest whole part is owed', () => {
    // 304, 182, 92 and 91 of 365 days: 1.67, 0.997, 0.504 and 0.499 of two.
    const starts = ['2018-06-01', '2018-10-01', '2018-12-30', '2018-12-31'];
    expect(starts.map((heldFrom) => obligationsIn(YEAR, FREQUENCIES.TWICE_A_YEAR, { heldFrom, heldTo: null }).map(({ owed, heldDays }) => [owed, heldDays]))).toEqual([[[2, 304]], [[1, 182]], [[1, 92]], []]);
  });

  test('a yearly duty of one who leaves in December is due in December’s quarter', () => {
    const held = { heldFrom: '2018-04-01', heldTo: '2018-12-10' };
    expect(brief(FREQUENCIES.ANNUALLY, held, quarterOf('2018-12-01'))).toEqual([['2018-19', 1, '2018-12-09']]);
    expect(brief(FREQUENCIES.ANNUALLY, held, quarterOf('2019-01-01'))).toEqual([]);
  });
});

test('per event, one is owed for each while the role was held', () => {
  const events = ['2018-07-05', '2018-05-02', '2018-09-09', '2019-05-01', '2018-08-31', '2018-09-01'];
  expect(obligationsIn(YEAR, FREQUENCIES.PER_EVENT, { heldFrom: '2018-06-01', heldTo: '2018-09-01', events }).map(({ owed, dueOn }) => [owed, dueOn])).toEqual([[1, '2018-07-05'], [1, '2018-08-31']]);
  expect(obligationsIn(YEAR, FREQUENCIES.PER_EVENT, always)).toEqual([]);
});

test('a frequency that is none and a role that ended before it began are refused', () => {
  for (const make of [() => timesA('YEAR', 0), () => timesA('YEAR', 1.5), () => timesA('YEAR', 3, 2), () => upTo(0), () => timesA('YEAR', -1, 4)]) expect(make).toThrow(RangeError);
  expect(() => obligationsIn(YEAR, FREQUENCIES.MONTHLY, { heldFrom: '2018-05-01', heldTo: '2018-04-30' })).toThrow(RangeError);
});

const SPANS: readonly Span[] = ['WEEK', 'FORTNIGHT', 'FOUR_WEEKS', 'MONTH', 'TWO_MONTHS', 'QUARTER', 'HALF_YEAR', 'YEAR'];
const anyDate = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2014-01-01', days));
const anyHeld = fc.tuple(anyDate, fc.option(fc.nat(900))).map(([heldFrom, days]) => ({ heldFrom, heldTo: days === null ? null : addDays(heldFrom, days) }));
const anyFrequency = fc.tuple(fc.constantFrom(...SPANS), fc.integer({ min: 0, max: 12 }), fc.nat(4)).map(([per, least, more]) => timesA(per, least, Math.max(least + more, 1)));

test('spans follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SPANS), anyDate, (per, date) => {
      const span = spanOf(date, per);
      const next = spanOf(span.endsBefore, per);
      expect(isWithin(date, span)).toBe(true);
      expect(spanOf(addDays(span.endsBefore, -1), per)).toEqual(span);
      expect([next.startsOn, next.code > span.code]).toEqual([span.endsBefore, true]);
      if (per === 'WEEK') expect(weekdayOf(span.startsOn)).toBe(1);
    }),
  );
});

test('what falls due in a year is what falls due in its quarters, and in its months', () => {
  fc.assert(
    fc.property(anyFrequency, anyHeld, anyDate, (frequency, held, date) => {
      const year = businessYearOf(date);
      const starts = (step: number) => Array.from({ length: 12 / step }, (_, index) => addMonths(year.startsOn, index * step));
      const whole = obligationsIn(year, frequency, held);
      expect(starts(3).flatMap((day) => obligationsIn(quarterOf(day), frequency, held))).toEqual(whole);
      expect(starts(1).flatMap((day) => obligationsIn(monthOf(day), frequency, held))).toEqual(whole);
    }),
  );
});

test('each is due on a day in its span on which the role was held, counts its days, and owes no more than its ceiling', () => {
  fc.assert(
    fc.property(anyFrequency, anyHeld, anyDate, (frequency, held, date) => {
      for (const { period, dueOn, heldDays, days, owed, most } of obligationsIn(businessYearOf(date), frequency, held)) {
        const all = Array.from({ length: daysBetween(period.startsOn, period.endsBefore) }, (_, index) => addDays(period.startsOn, index));
        const own = all.filter((day) => held.heldFrom <= day && (held.heldTo === null || day < held.heldTo));
        expect([days, heldDays, dueOn]).toEqual([all.length, own.length, own.at(-1)]);
        expect(owed).toBeLessThanOrEqual(most!);
      }
    }),
  );
});

test('where one holder follows another, the two owe the whole, or one more', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SPANS), fc.integer({ min: 1, max: 12 }), anyDate, (per, least, handover) => {
      const span = spanOf(handover, per);
      const owed = [{ heldFrom: '2010-01-01', heldTo: handover }, { heldFrom: handover, heldTo: null }].map((held) =>
        obligationsIn(span, timesA(per, least), held).reduce((sum, obligation) => sum + obligation.owed, 0),
      );
      expect([least, least + 1]).toContain(owed[0]! + owed[1]!);
    }),
  );
});
