import { addDays, addMonths, businessYearOf, type IsoDate, type Period, quarterOf } from '@qaf/calendar';
import type { PublishedStatistic } from '../published-statistic';

/** The period that a code names: `2018-19` or `2018-19 Q1`. Throws a RangeError on anything else. */
export function periodByCode(code: string): Period {
  const found = /^(\d{4})-\d{2}(?: Q([1-4]))?$/.exec(code);
  if (!found) throw new RangeError('A period is a business year or a quarter of one.');
  const first = `${found[1]}-04-01`;
  const period = found[2] ? quarterOf(addMonths(first, (Number(found[2]) - 1) * 3)) : businessYearOf(first);
  if (period.code !== code) throw new RangeError('There is no such business year.');
  return period;
}

/** The quarters of a period, in order: one for a quarter, four for a business year. */
export function quartersOf({ startsOn, endsBefore }: Pick<Period, 'startsOn' | 'endsBefore'>): Period[] {
  const quarters: Period[] = [];
  for (let day = startsOn; day < endsBefore; day = addMonths(day, 3)) quarters.push(quarterOf(day));
  return quarters;
}

/** Whether a period is over. `today` is local. */
export function isFinished({ endsBefore }: Pick<Period, 'endsBefore'>, today: IsoDate): boolean {
  return endsBefore <= today;
}

/** The periods of a statistic that are over and settled, quarters before the year that they make. */
export function settledPeriods({ from, periods, settleDays }: Pick<PublishedStatistic, 'from' | 'periods' | 'settleDays'>, today: IsoDate): Period[] {
  const settled: Period[] = [];
  const latest = addDays(today, -settleDays);
  for (let quarter = quarterOf(from); quarter.endsBefore <= latest; quarter = quarterOf(quarter.endsBefore)) {
    if (periods.includes('QUARTER')) settled.push(quarter);
    const year = businessYearOf(quarter.startsOn);
    if (periods.includes('BUSINESS_YEAR') && year.endsBefore === quarter.endsBefore && year.startsOn >= quarterOf(from).startsOn) settled.push(year);
  }
  return settled;
}
