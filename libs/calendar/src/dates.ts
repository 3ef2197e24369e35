/** A local day in London as `YYYY-MM-DD`. Such texts sort as days do. */
export type IsoDate = string;

const SHAPE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Whether a text is a day that exists: `2019-02-29` and `31/02/2019` are not. */
export function isRealDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The day that is `days` later, or earlier where `days` is negative. Throws a RangeError for a day that does not exist. */
export function addDays(date: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days)) throw new RangeError('Days come whole.');
  return dateOf(dayNumber(date) + days);
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: IsoDate): number {
  // Day 0 of the computer's era was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

const londonDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in London at an instant; in summer that is an hour ahead of universal time. */
export function todayInLondon(now: Date): IsoDate {
  const parts = Object.fromEntries(londonDay.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`;
}

function dayNumber(date: IsoDate): number {
  if (!isRealDate(date)) throw new RangeError('A day is written YYYY-MM-DD and must exist.');
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function dateOf(day: number): IsoDate {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (!isRealDate(date)) throw new RangeError('The calendar runs from the year 1 to 9999.');
  return date;
}
