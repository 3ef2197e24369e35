import type { IsoDate } from '@qaf/calendar';

/** The year of continuing professional development that a day falls in: 1 December to 30 November (Social Work England). */
export function cpdYearOf(day: IsoDate): { from: IsoDate; before: IsoDate } {
  const first = Number(day.slice(0, 4)) - (day.slice(5) >= '12-01' ? 0 : 1);
  return { from: `${first}-12-01`, before: `${first + 1}-12-01` };
}
