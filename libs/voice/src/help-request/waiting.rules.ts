import { type Holidays, todayInLondon, workingDaysBetween } from '@qaf/calendar';

/** How many working days a request waited after the day on which it came: until somebody took it, or until now. Null where the calendar does not know. */
export function workingDaysWaited({ askedAt, takenAt }: { askedAt: Date; takenAt: Date | null }, now: Date, holidays: Holidays): number | null {
  try {
    return workingDaysBetween(todayInLondon(askedAt), todayInLondon(takenAt ?? now), holidays);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
