import { addDays, daysBetween } from './dates';
import type { IsoDate } from './dates';
import { spanOf } from './frequencies';
import type { Frequency } from './frequencies';
import { isWithin } from './periods';
import type { Period } from './periods';

/** When somebody held the role that owes. */
export interface Held {
  heldFrom: IsoDate;
  /** The first day on which it was no longer held; null while it is. */
  heldTo: IsoDate | null;
  /** The first day of some week; weeks, fortnights and four weeks are counted from it. A Monday unless told. */
  weeksFrom?: IsoDate;
  /** The days of the events, for what is owed per event. */
  events?: readonly IsoDate[];
}

/** What the holder of a role owes in one span. */
export interface Obligation {
  /** The whole span, also where the role was held for a part of it. */
  period: Period;
  /** How many at least. Zero only under a ceiling without a floor. */
  owed: number;
  /** How many at most; null without a ceiling. */
  most: number | null;
  /** The last day of the span, or the last day the role was held in it. */
  dueOn: IsoDate;
  /** For how many days of the span the role was held. */
  heldDays: number;
  /** How many days the span has. */
  days: number;
}

type Recurring = Extract<Frequency, { kind: 'RECURRING' }>;

/**
 * What falls due in a period. An obligation belongs to the period its due day is in: a year's are its quarters' together.
 *
 * A span held in part owes in part: the number times the share of its days, to the nearest whole, half going up. So one in
 * a span is owed from half of it on; where one holder follows another without a gap, the two never owe less than the
 * whole. A ceiling goes down likewise, but up to the next whole.
 */
export function obligationsIn(period: Pick<Period, 'startsOn' | 'endsBefore'>, frequency: Frequency, held: Held): Obligation[] {
  if (held.heldTo !== null && daysBetween(held.heldFrom, held.heldTo) < 0) throw new RangeError('A role ends on the day it began or later.');
  switch (frequency.kind) {
    case 'AS_REQUIRED':
      return [];
    case 'PER_EVENT':
      return perEvent(held).filter(({ dueOn }) => isWithin(dueOn, period));
    case 'RECURRING':
      return spansOver(period, frequency, held).flatMap((span) => owedIn(span, frequency, held)).filter(({ dueOn }) => isWithin(dueOn, period));
  }
}

function spansOver({ startsOn, endsBefore }: Pick<Period, 'startsOn' | 'endsBefore'>, { per }: Recurring, { weeksFrom }: Held): Period[] {
  const spans: Period[] = [];
  for (let day = startsOn; day < endsBefore; day = spans.at(-1)?.endsBefore ?? endsBefore) spans.push(spanOf(day, per, weeksFrom));
  return spans;
}

function owedIn(span: Period, { least, most }: Recurring, { heldFrom, heldTo }: Held): Obligation[] {
  const from = heldFrom > span.startsOn ? heldFrom : span.startsOn;
  const to = heldTo !== null && heldTo < span.endsBefore ? heldTo : span.endsBefore;
  const [heldDays, days] = [daysBetween(from, to), daysBetween(span.startsOn, span.endsBefore)];
  if (heldDays <= 0) return [];
  // Whole numbers only: half way is exactly half way.
  const owed = Math.floor((2 * least * heldDays + days) / (2 * days));
  if (owed === 0 && least > 0) return [];
  return [{ period: span, owed, most: most === null ? null : Math.ceil((most * heldDays) / days), dueOn: addDays(to, -1), heldDays, days }];
}

function perEvent({ heldFrom, heldTo, events = [] }: Held): Obligation[] {
  const held = events.filter((day) => daysBetween(heldFrom, day) >= 0 && (heldTo === null || day < heldTo)).toSorted();
  return held.map((day) => ({ period: { code: day, startsOn: day, endsBefore: addDays(day, 1) }, owed: 1, most: null, dueOn: day, heldDays: 1, days: 1 }));
}
