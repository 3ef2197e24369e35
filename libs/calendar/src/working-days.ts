import { addDays, daysBetween, weekdayOf } from './dates';
import type { IsoDate } from './dates';
import type { Holidays } from './holidays';

const FRIDAY = 5;

/**
 * Whether a day is a working day: neither Saturday, Sunday nor a holiday
 * (Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 2).
 * Throws a RangeError for a day of which the calendar does not know: a guess would be a wrong due date.
 */
export function isWorkingDay(date: IsoDate, holidays: Holidays): boolean {
  if (date < holidays.startsOn || date >= holidays.endsBefore) throw new RangeError(`The holidays of ${date.slice(0, 4)} are not known.`);
  return weekdayOf(date) <= FRIDAY && !holidays.names.has(date);
}

/** The day that is working day `count` after `date`, where the day after `date` is the first that can count. 0 is `date` itself. */
export function addWorkingDays(date: IsoDate, count: number, holidays: Holidays): IsoDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('Working days are counted forward, whole.');
  let day = addDays(date, 0);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many working days lie after `from`, up to and with `to`; negative where `to` is before `from`. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, holidays: Holidays): number {
  const span = daysBetween(from, to);
  if (span < 0) return 0 - workingDaysBetween(to, from, holidays);
  return daysAfter(from, span).filter((day) => isWorkingDay(day, holidays)).length;
}

/** The holidays that a count from `from` to `to` passed over; those on a weekend were no working day anyhow. */
export function holidaysSkipped(from: IsoDate, to: IsoDate, holidays: Holidays): { date: IsoDate; name: string }[] {
  const names = daysAfter(from, daysBetween(from, to)).map((date) => ({ date, name: holidays.names.get(date) }));
  return names.filter((day): day is { date: IsoDate; name: string } => day.name !== undefined && weekdayOf(day.date) <= FRIDAY);
}

function daysAfter(from: IsoDate, count: number): IsoDate[] {
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index + 1));
}
