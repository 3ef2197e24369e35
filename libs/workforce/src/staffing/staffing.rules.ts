import { addDays, daysBetween, ENGLAND, type IsoDate, isWorkingDay } from '@qaf/calendar';
import { type Definition, DEFINITIONS } from './staffing.definitions';
import type { StaffingCounts } from './staffing.queries';
import type { StaffingMeasure } from './staffing.type';

/** From a day, up to but without another. */
export interface Span {
  from: IsoDate;
  before: IsoDate;
}

const LONGEST_DAYS = 3_660;

/** The return's last whole year on a day: from 1 October, to 30 September. */
export function lastReturnYear(today: IsoDate): Span {
  const year = Number(today.slice(0, 4)) - (today.slice(5) >= '10-01' ? 0 : 1);
  return { from: `${year - 1}-10-01`, before: `${year}-10-01` };
}

/** The period asked about, cut off after today; or why there can be no answer. */
export function periodAsked({ from, before }: Span, today: IsoDate): Span | string {
  if (before <= from) return 'before must come after from.';
  if (from > today) return 'The period has not begun.';
  if (daysBetween(from, before) > LONGEST_DAYS) return 'A period has ten years at most.';
  const tomorrow = addDays(today, 1);
  return { from, before: before < tomorrow ? before : tomorrow };
}

/** Numerators and denominators of every measure but absence. */
export function measuresOf(counts: StaffingCounts, { from, before }: Span): Record<Exclude<keyof typeof DEFINITIONS, 'absenceRate'>, StaffingMeasure> {
  const of = (definition: Definition, numerator: number, n: number, denominator: number | null = null) => measure(definition, { from, before }, numerator, denominator, n);
  const { people, fte, posts, postFte, vacant, vacantFte, starters, starterFte, leavers, leaverFte, agency, agencyFte } = counts;
  return {
    headcount: of(DEFINITIONS.headcount, people, people),
    fte: of(DEFINITIONS.fte, fte, people),
    establishment: of(DEFINITIONS.establishment, postFte, posts),
    vacancies: of(DEFINITIONS.vacancies, vacantFte, vacant),
    vacancyRate: of(DEFINITIONS.vacancyRate, vacantFte, vacant, vacantFte + fte),
    starters: of(DEFINITIONS.starters, starterFte, starters),
    leavers: of(DEFINITIONS.leavers, leaverFte, leavers),
    turnoverRate: of(DEFINITIONS.turnoverRate, leaverFte, leavers, fte),
    agency: of(DEFINITIONS.agency, agencyFte, agency),
    agencyRate: of(DEFINITIONS.agencyRate, agencyFte, agency, agencyFte + fte),
  };
}

/** Days lost by employed people with their hours, as shares of the days that those employed at the end could have worked; null where the holidays are not known. */
export function absenceOf(lost: readonly (Span & { fte: number; absenceId: string })[], fte: number, span: Span): StaffingMeasure | null {
  const days = workingDays(span);
  if (days === null) return null;
  const numerator = lost.reduce((sum, one) => sum + one.fte * (workingDays(one) ?? 0), 0);
  return measure(DEFINITIONS.absenceRate, span, numerator, fte * days, new Set(lost.map((one) => one.absenceId)).size);
}

/** Working days of England in a span; null outside the years whose holidays are known. */
export function workingDays({ from, before }: Span): number | null {
  if (from < ENGLAND.startsOn || before > ENGLAND.endsBefore) return null;
  return worked(before) - worked(from);
}

let totals: number[] | undefined;

/** Working days from the first day of the calendar up to but without a day: counted once for all days. */
function worked(day: IsoDate): number {
  totals ??= runningTotals();
  return totals[daysBetween(ENGLAND.startsOn, day)] as number;
}

function runningTotals(): number[] {
  const counts = [0];
  for (let day = ENGLAND.startsOn; day < ENGLAND.endsBefore; day = addDays(day, 1)) counts.push((counts.at(-1) as number) + (isWorkingDay(day, ENGLAND) ? 1 : 0));
  return counts;
}

function measure({ code, unit, definition, source }: Definition, { from, before }: Span, numerator: number, denominator: number | null, n: number): StaffingMeasure {
  return { code, unit, definition, source, numerator, denominator, share: denominator ? numerator / denominator : null, n, from, asOf: addDays(before, -1) };
}
