import { addDays, daysBetween } from './dates';
import type { IsoDate } from './dates';
import { addMonths } from './months';
import { businessYearOf, monthOf, quarterOf } from './periods';
import type { Period } from './periods';

/** The spans that a programme counts in. Months and what is made of them follow the business year, from 1 April. */
export type Span = 'WEEK' | 'FORTNIGHT' | 'FOUR_WEEKS' | 'MONTH' | 'TWO_MONTHS' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

/**
 * How often something is to be done. `RECURRING`: at least so often in each span, and at most so often where a ceiling is
 * given; at least none with a ceiling is "up to". `PER_EVENT`: once for each event. `AS_REQUIRED`: nothing is owed unasked.
 */
export type Frequency = { kind: 'RECURRING'; per: Span; least: number; most: number | null } | { kind: 'PER_EVENT' } | { kind: 'AS_REQUIRED' };

/** At least `least`, and at most `most`, in each span. Throws a RangeError where that is no whole number of times, or never. */
export function timesA(per: Span, least: number, most: number | null = null): Frequency {
  const fits = Number.isInteger(least) && least >= 0 && (most === null ? least > 0 : Number.isInteger(most) && most >= Math.max(least, 1));
  if (!fits) throw new RangeError('A frequency is a whole number of times, with a ceiling not below it.');
  return { kind: 'RECURRING', per, least, most };
}

/** No more than so many in each span, and none owed. */
export function upTo(most: number, per: Span = 'YEAR'): Frequency {
  return timesA(per, 0, most);
}

/** The frequencies that a programme names. Six-monthly is one in each half of the business year, twice a year two in the whole. */
export const FREQUENCIES = {
  WEEKLY: timesA('WEEK', 1),
  FORTNIGHTLY: timesA('FORTNIGHT', 1),
  EVERY_FOUR_WEEKS: timesA('FOUR_WEEKS', 1),
  MONTHLY: timesA('MONTH', 1),
  BI_MONTHLY: timesA('TWO_MONTHS', 1),
  QUARTERLY: timesA('QUARTER', 1),
  SIX_MONTHLY: timesA('HALF_YEAR', 1),
  TWICE_A_YEAR: timesA('YEAR', 2),
  ANNUALLY: timesA('YEAR', 1),
  PER_EVENT: { kind: 'PER_EVENT' },
  AS_REQUIRED: { kind: 'AS_REQUIRED' },
} as const satisfies Record<string, Frequency>;

/** A Monday: weeks, fortnights and four weeks are counted from it unless an authority counts from another day. */
export const WEEKS_FROM: IsoDate = '2012-01-02';

const WEEKS: Partial<Record<Span, number>> = { WEEK: 1, FORTNIGHT: 2, FOUR_WEEKS: 4 };

/** The span that a day falls in. Codes of one kind sort as their spans do. */
export function spanOf(date: IsoDate, per: Span, weeksFrom: IsoDate = WEEKS_FROM): Period {
  switch (per) {
    case 'MONTH':
      return monthOf(date);
    case 'QUARTER':
      return quarterOf(date);
    case 'YEAR':
      return businessYearOf(date);
    case 'TWO_MONTHS':
      return monthsOf(date, 2, ({ startsOn, endsBefore }) => `${startsOn.slice(0, 7)}/${addDays(endsBefore, -1).slice(5, 7)}`);
    case 'HALF_YEAR':
      return monthsOf(date, 6, ({ startsOn }) => `${businessYearOf(date).code} ${startsOn.slice(5, 7) === '04' ? 'H1' : 'H2'}`);
    case 'WEEK':
    case 'FORTNIGHT':
    case 'FOUR_WEEKS':
      return weeksOf(date, WEEKS[per] ?? 1, weeksFrom);
  }
}

function monthsOf(date: IsoDate, months: number, codeOf: (span: Omit<Period, 'code'>) => string): Period {
  const month = (Number(monthOf(date).code.slice(5)) + 8) % 12;
  const startsOn = addMonths(businessYearOf(date).startsOn, month - (month % months));
  const span = { startsOn, endsBefore: addMonths(startsOn, months) };
  return { code: codeOf(span), ...span };
}

function weeksOf(date: IsoDate, weeks: number, weeksFrom: IsoDate): Period {
  const length = weeks * 7;
  const startsOn = addDays(weeksFrom, Math.floor(daysBetween(weeksFrom, date) / length) * length);
  return { code: `${startsOn} ${weeks}w`, startsOn, endsBefore: addDays(startsOn, length) };
}
