import { addDays, addMonths, type IsoDate } from '@qaf/calendar';

/** A course that a role the worker holds requires. */
export interface Required {
  courseId: string;
  withinDays: number;
  repeatMonths: number | null;
  /** The first day that both the requirement was in force and the role was held. */
  since: IsoDate;
  lastAttendedOn: IsoDate | null;
}

export interface Standing {
  courseId: string;
  standing: 'MET' | 'DUE' | 'OVERDUE' | 'LAPSED';
  dueOn: IsoDate | null;
  lastAttendedOn: IsoDate | null;
}

/** Where a worker stands with each required course on a day; of two roles that require one course, the earlier day counts. */
export function standingsOf(required: readonly Required[], today: IsoDate): Standing[] {
  const strictest = new Map<string, Standing>();
  for (const one of required) {
    const standing = standingOf(one, today);
    const known = strictest.get(one.courseId);
    if (!known || (standing.dueOn ?? '9999-12-31') < (known.dueOn ?? '9999-12-31')) strictest.set(one.courseId, standing);
  }
  return [...strictest.values()];
}

function standingOf({ courseId, withinDays, repeatMonths, since, lastAttendedOn }: Required, today: IsoDate): Standing {
  if (lastAttendedOn === null) {
    const dueOn = addDays(since, withinDays);
    return { courseId, standing: dueOn < today ? 'OVERDUE' : 'DUE', dueOn, lastAttendedOn };
  }
  const dueOn = repeatMonths === null ? null : addMonths(lastAttendedOn, repeatMonths);
  return { courseId, standing: dueOn !== null && dueOn < today ? 'LAPSED' : 'MET', dueOn, lastAttendedOn };
}
