import { addDays, addMonths, addWorkingDays, type Holidays, type IsoDate } from '@qaf/calendar';
import { Rag } from '@qaf/graph';

/** The colour of a form: the worst of its areas. At least one area. */
export function overallRag(areas: readonly { rag: Rag }[]): Rag {
  return [Rag.RED, Rag.AMBER].find((rag) => areas.some((area) => area.rag === rag)) ?? Rag.GREEN;
}

/** The last day of giving for which `days` working days have passed in full by today, so that an answer is late. */
export function givenByForLate(today: IsoDate, days: number, holidays: Holidays): IsoDate {
  let day = addDays(today, -1 - days);
  while (addWorkingDays(day, days, holidays) >= today) day = addDays(day, -1);
  return day;
}

/** The day by which the Principal IRO and the team manager meet about a form next; null when it is green or resolved. */
export function followUpDue(form: { rag: Rag | null; givenOn: IsoDate | null; resolvedOn: IsoDate | null }, lastHeldOn: IsoDate | null): IsoDate | null {
  if (form.resolvedOn !== null || form.rag === Rag.GREEN || form.givenOn === null) return null;
  return addMonths(lastHeldOn ?? form.givenOn, 1);
}
