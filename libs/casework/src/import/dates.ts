import { CellError, type Cell } from './cells';

/** A date read from a cell; `assumed` says which rule was needed, null for none. */
export interface ReadDate {
  date: string;
  assumed: 'CENTURY' | 'SERIAL' | null;
}

export type DateFault = 'UNREADABLE' | 'IMPOSSIBLE' | 'OUT_OF_RANGE' | 'CELL_ERROR';
export type DateReading = ReadDate | { fault: DateFault } | null;

const earliestYear = 1900;
const latestYear = 2100;
const dayMs = 86_400_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths = 'january february march april may june july august september october november december sept'.split(' ');

/** A calendar day from its numbers, or why it is none. A year of two digits is read as Excel does: 00 to 29 is 20xx. */
function calendarDay(year: number, month: number, day: number, shortYear = false): DateReading {
  const fullYear = shortYear ? year + (year < 30 ? 2000 : 1900) : year;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(fullYear, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || day < 1) return { fault: 'IMPOSSIBLE' };
  if (fullYear < earliestYear || fullYear > latestYear) return { fault: 'OUT_OF_RANGE' };
  return { date: date.toISOString().slice(0, 10), assumed: shortYear ? 'CENTURY' : null };
}

function fromJsDate(date: Date): DateReading {
  if (Number.isNaN(date.getTime())) return { fault: 'IMPOSSIBLE' };
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** An Excel day number. Below 1920 it is more likely a count or a code than a day. */
function fromSerial(serial: number, from1904: boolean): DateReading {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(serial) || days < 7306) return { fault: 'UNREADABLE' };
  if (days > 73_415) return { fault: 'OUT_OF_RANGE' };
  const reading = fromJsDate(new Date((days - 25_569) * dayMs));
  return reading && 'date' in reading ? { date: reading.date, assumed: 'SERIAL' } : reading;
}

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  const known = lower.length === 3 || fullMonths.includes(lower);
  return known ? months.indexOf(lower.slice(0, 3)) + 1 : 0;
}

const timeOfDay = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(Z|[+-]\d{2}:?\d{2})?$/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const named = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[-/. ]?([a-z]{3,9})[-/., ]{0,2}(\d{4}|\d{2})$/i;
const digits = /^(\d{4})(\d{2})(\d{2})$/;

/** British order only: 09/16/2020 is an impossible date, never 16 September. */
function fromText(text: string, from1904: boolean): DateReading {
  const day = text.replace(timeOfDay, '').trim();
  const iso = yearFirst.exec(day) ?? digits.exec(day);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = dayFirst.exec(day);
  if (british) return calendarDay(Number(british[3]), Number(british[2]), Number(british[1]), british[3]?.length === 2);
  const spoken = named.exec(day);
  const month = spoken ? monthNumber(spoken[2] ?? '') : 0;
  if (spoken && month) return calendarDay(Number(spoken[3]), month, Number(spoken[1]), spoken[3]?.length === 2);
  return /^\d{5}(\.\d+)?$/.test(day) ? fromSerial(Number(day), from1904) : { fault: 'UNREADABLE' };
}

/**
 * The day a cell stands for, as `YYYY-MM-DD`; null for an empty cell.
 * Reads real dates, Excel day numbers (`from1904` for workbooks that count from 1904) and British dates as text.
 */
export function readDate(cell: Cell, from1904 = false): DateReading {
  if (cell === null) return null;
  if (cell instanceof CellError) return { fault: 'CELL_ERROR' };
  if (cell instanceof Date) return fromJsDate(cell);
  if (typeof cell === 'number') return fromSerial(cell, from1904);
  return typeof cell === 'string' ? fromText(cell, from1904) : { fault: 'UNREADABLE' };
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
