import { addDays } from './dates';
import type { IsoDate } from './dates';
import type { Holidays } from './holidays';
import { addMonths } from './months';
import { addWorkingDays } from './working-days';

export type LimitUnit = 'WORKING_DAY' | 'DAY' | 'WEEK' | 'MONTH';

/** How long something may take. */
export interface Limit {
  /** Whole, at least one. */
  count: number;
  unit: LimitUnit;
}

/**
 * The last day of a limit, with the day after the start as day 1. Only a limit in working days passes over weekends and
 * holidays; one in days, weeks or months ends where it ends, be it on a Sunday.
 */
export function lastDayOf({ count, unit }: Limit, startedOn: IsoDate, holidays: Holidays): IsoDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('A limit is a whole number, at least one.');
  switch (unit) {
    case 'WORKING_DAY':
      return addWorkingDays(startedOn, count, holidays);
    case 'MONTH':
      return addMonths(startedOn, count);
    case 'WEEK':
      return addDays(startedOn, count * 7);
    case 'DAY':
      return addDays(startedOn, count);
  }
}
