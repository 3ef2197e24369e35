import { isRealDate } from './dates';
import type { IsoDate } from './dates';
import england from './england-holidays.json';

/** The public holidays of a place, for the years of which they are known. */
export interface Holidays {
  /** The first day of which this calendar knows. */
  startsOn: IsoDate;
  /** The first day of which it no longer knows. */
  endsBefore: IsoDate;
  /** The name of each holiday by its day. */
  names: ReadonlyMap<IsoDate, string>;
}

/** Makes a calendar from a list. Throws a RangeError for a day that does not exist, is outside the span or comes twice. */
export function holidaysFrom(list: { startsOn: IsoDate; endsBefore: IsoDate; days: readonly { date: IsoDate; name: string }[] }): Holidays {
  const { startsOn, endsBefore, days } = list;
  const names = new Map<IsoDate, string>();
  for (const { date, name } of days) {
    if (!isRealDate(date) || date < startsOn || date >= endsBefore || names.has(date)) throw new RangeError(`Not a holiday of this calendar: ${date}.`);
    names.set(date, name);
  }
  return { startsOn, endsBefore, names };
}

/**
 * Bank holidays in England, 2012 to 2028, Good Friday and Easter Monday among them, as the government publishes them.
 * The one-off days (jubilee, state funeral, coronation) are here; a council's own closure days are not.
 */
export const ENGLAND: Holidays = holidaysFrom(england);
