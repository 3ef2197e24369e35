import { addMonths, type IsoDate } from '@qaf/calendar';
import { type DatedSetting, settingOn } from '../workforce-setting/workforce-setting.queries';
import type { DbsRecheck } from './dbs.type';

/** When a certificate is to be looked at again: the interval, in months, in force on the day of its issue, or of the last look, after that day. Null where none was in force. */
export function recheckOf(issuedOn: IsoDate, looks: readonly IsoDate[], intervals: readonly DatedSetting[], today: IsoDate): DbsRecheck | null {
  const last = looks.reduce((latest, day) => (day > latest ? day : latest), issuedOn);
  const interval = settingOn(intervals, last);
  if (!interval) return null;
  const dueOn = addMonths(last, interval.value);
  return { dueOn, overdue: dueOn < today, intervalMonths: interval.value, source: interval.source };
}
