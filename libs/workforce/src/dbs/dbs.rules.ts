import { addMonths, type IsoDate } from '@qaf/calendar';
import type { DbsRecheck } from './dbs.type';

/** The authority's interval in months, in force over a time. */
export interface DbsInterval {
  months: number;
  source: string;
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

/** When a certificate is to be looked at again: the interval in force on the day of its issue, or of the last look, after that day. Null where none was in force. */
export function recheckOf(issuedOn: IsoDate, looks: readonly IsoDate[], intervals: readonly DbsInterval[], today: IsoDate): DbsRecheck | null {
  const last = looks.reduce((latest, day) => (day > latest ? day : latest), issuedOn);
  const interval = intervals.find(({ validFrom, validTo }) => validFrom <= last && (validTo === null || last < validTo));
  if (!interval) return null;
  const dueOn = addMonths(last, interval.months);
  return { dueOn, overdue: dueOn < today, intervalMonths: interval.months, source: interval.source };
}
