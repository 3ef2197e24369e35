import { type Holidays, type IsoDate, addWorkingDays, workingDaysBetween } from '@qaf/calendar';

/** Working days from an inadequate grade to the day its action is due. */
export const INADEQUATE_DUE_IN = 20;

/** An action is due within two years: what takes longer is a plan with actions of its own. */
const LONGEST_YEARS = 2;

/** The levels an action can be raised to: 1 the owner's manager, 2 the head of service, 3 the Director. */
export const HIGHEST_ESCALATION = 3;

export interface Dated {
  openedOn: IsoDate;
  dueOn: IsoDate;
  doneOn: IsoDate | null;
  cancelledOn: IsoDate | null;
}

/** The day on which the action that follows an inadequate grade is due. Where the calendar ends, four weeks. */
export function dueAfterInadequate(submittedOn: IsoDate, holidays: Holidays): IsoDate {
  try {
    return addWorkingDays(submittedOn, INADEQUATE_DUE_IN, holidays);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Date(Date.parse(submittedOn) + 28 * 86_400_000).toISOString().slice(0, 10);
  }
}

/**
 * Working days by which an action was late on a day: 0 while it is in time, and until it was opened. Once it is done or
 * cancelled the count stands still. Null where the calendar of holidays does not reach.
 */
export function overdueWorkingDays(action: Dated, asOf: IsoDate, holidays: Holidays): number | null {
  const until = [asOf, action.doneOn, action.cancelledOn].reduce<IsoDate>((first, day) => (day && day < first ? day : first), asOf);
  if (until <= action.dueOn || asOf < action.openedOn) return 0;
  try {
    return workingDaysBetween(action.dueOn, until, holidays);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What is wrong with a due date, in words for people; null when nothing is. */
export function dueDateFault(dueOn: IsoDate, today: IsoDate): string | null {
  if (dueOn < today) return 'An action cannot be due before today.';
  const last = `${String(Number(today.slice(0, 4)) + LONGEST_YEARS).padStart(4, '0')}${today.slice(4)}`;
  return dueOn > last ? 'An action is due within two years; split what takes longer.' : null;
}
