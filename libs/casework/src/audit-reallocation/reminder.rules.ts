import { type Holidays, workingDaysBetween } from '@qaf/calendar';

/** Within how many working days an audit is due soon. */
export const SOON = 5;

/** What an auditor is reminded of on a day (YYYY-MM-DD): that it is due soon, that it is overdue, or nothing. A day in a year whose holidays are not known reminds of nothing. */
export function reminderFor(dueOn: string, today: string, holidays: Holidays): 'DUE_SOON' | 'OVERDUE' | null {
  if (dueOn < today) return 'OVERDUE';
  try {
    return workingDaysBetween(today, dueOn, holidays) <= SOON ? 'DUE_SOON' : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** By how many working days an audit is or was late on a day; 0 while it is in time. It stands still once the audit is submitted. Null where the holidays are not known. */
export function overdueWorkingDays({ dueOn, submittedOn }: { dueOn: string; submittedOn: string | null }, asOf: string, holidays: Holidays): number | null {
  const until = submittedOn !== null && submittedOn < asOf ? submittedOn : asOf;
  if (until <= dueOn) return 0;
  try {
    return workingDaysBetween(dueOn, until, holidays);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
