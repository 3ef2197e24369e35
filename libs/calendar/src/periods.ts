import { isRealDate } from './dates';
import type { IsoDate } from './dates';

/** A span of days: from `startsOn`, up to but without `endsBefore`. */
export interface Period {
  /** `2018-19`, `2018-19 Q1` or `2018-04`. Codes of one kind sort as their periods do. */
  code: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
}

const FIRST_MONTH = 4;

/** The business year that a day falls in; it begins on 1 April. */
export function businessYearOf(date: IsoDate): Period {
  const first = firstYearOf(date);
  return { code: yearCode(first), startsOn: `${padded(first, 4)}-04-01`, endsBefore: `${padded(first + 1, 4)}-04-01` };
}

/** The quarter of the business year that a day falls in: Q1 is April to June. */
export function quarterOf(date: IsoDate): Period {
  const { month } = partsOf(date);
  const first = firstYearOf(date);
  const quarter = Math.floor(((month - FIRST_MONTH + 12) % 12) / 3);
  const startsOn = firstOfMonth(first, FIRST_MONTH + quarter * 3);
  return { code: `${yearCode(first)} Q${quarter + 1}`, startsOn, endsBefore: firstOfMonth(first, FIRST_MONTH + quarter * 3 + 3) };
}

/** The calendar month that a day falls in. */
export function monthOf(date: IsoDate): Period {
  const { year, month } = partsOf(date);
  return { code: date.slice(0, 7), startsOn: firstOfMonth(year, month), endsBefore: firstOfMonth(year, month + 1) };
}

/** Whether a day is in a period; the day on which the period ends is not. */
export function isWithin(date: IsoDate, { startsOn, endsBefore }: Pick<Period, 'startsOn' | 'endsBefore'>): boolean {
  return isRealDate(date) && startsOn <= date && date < endsBefore;
}

function partsOf(date: IsoDate): { year: number; month: number } {
  if (!isRealDate(date)) throw new RangeError('A day is written YYYY-MM-DD and must exist.');
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

function firstYearOf(date: IsoDate): number {
  const { year, month } = partsOf(date);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** The first day of a month; month 13 is January of the year after. */
function firstOfMonth(year: number, month: number): IsoDate {
  const over = month > 12;
  return `${padded(over ? year + 1 : year, 4)}-${padded(over ? month - 12 : month, 2)}-01`;
}

function yearCode(first: number): string {
  return `${padded(first, 4)}-${padded((first + 1) % 100, 2)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
