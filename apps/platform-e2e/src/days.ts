import { addDays, todayInLondon } from '@qaf/calendar';

/** The platform under a story runs on the real clock: what must lie ahead is reckoned from today. */
export function inDays(count: number): string {
  return addDays(todayInLondon(new Date()), count);
}
