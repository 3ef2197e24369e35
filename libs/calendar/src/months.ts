import { isRealDate } from './dates';
import type { IsoDate } from './dates';

/**
 * The same day so many months later, or the month's last day where it has no such day: three months after 30 November end
 * on 28 or 29 February. (The corresponding date rule: Dodds v Walker [1981] 1 WLR 1027.)
 * Always count from the first day: month by month, a 31st would become a 28th for good.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  if (!isRealDate(date)) throw new RangeError('A day is written YYYY-MM-DD and must exist.');
  if (!Number.isInteger(months)) throw new RangeError('Months come whole.');
  const whole = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`;
  const days = [date.slice(8), '30', '29', '28'];
  const found = days.map((day) => `${month}-${day}`).find((day) => day.slice(8) <= date.slice(8) && isRealDate(day));
  if (found === undefined) throw new RangeError('The calendar runs from the year 1 to 9999.');
  return found;
}
