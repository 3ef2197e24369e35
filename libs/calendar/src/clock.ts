import { sayClock } from './clock-says';
import { isInForce } from './clock-rules';
import type { ClockRule } from './clock-rules';
import { daysBetween } from './dates';
import type { IsoDate } from './dates';
import type { Holidays } from './holidays';
import { lastDayOf } from './limits';
import { holidaysSkipped, workingDaysBetween } from './working-days';

export type ClockState = 'RUNNING' | 'DUE_TODAY' | 'OVERDUE' | 'STOPPED';

/** More time, in the unit of the rule's limit. */
export interface ClockExtension {
  /** The whole limit from the start, not what was added. */
  to: number;
  /** The day it was agreed; read as of a day before, the clock does not know of it. */
  agreedOn: IsoDate;
}

export interface ClockInput {
  rule: ClockRule;
  /** The day after it is day 1. */
  startedOn: IsoDate;
  asOf: IsoDate;
  holidays: Holidays;
  extension?: ClockExtension;
  /** The day on which what was due was done; read as of a day before, the clock still runs. */
  stoppedOn?: IsoDate | null;
}

/** Where a clock stands, and why. */
export interface ClockReading {
  /** The day it is on; where it stopped, the day it stopped on. A weekend has the number of the working day before it. */
  day: number;
  of: number;
  /** What is counted: a limit in weeks or months counts calendar days. */
  counts: 'WORKING_DAYS' | 'DAYS';
  /** The last day in time. */
  due: IsoDate;
  state: ClockState;
  /** Whether the last day in time went by, or had gone by when it stopped. */
  late: boolean;
  /** Holidays on working weekdays that did not count, up to the last day in time, or up to now where that is later. */
  skipped: { date: IsoDate; name: string }[];
  /** The extension that is in force on the day of the reading. */
  extension: ClockExtension | null;
  /** It all in a sentence or three. */
  says: string;
}

/**
 * Reads a clock as of a day. Throws a RangeError where it had not started by then, the rule was not in force on the day
 * it started, the extension is more than the rule allows, or a year's holidays are not known.
 */
export function clock(input: ClockInput): ClockReading {
  const { rule, startedOn, asOf, holidays } = input;
  const stoppedOn = stopBy(input);
  const extension = extensionBy(input);
  const due = lastDayOf({ ...rule.limit, count: extension?.to ?? rule.limit.count }, startedOn, holidays);
  const at = stoppedOn ?? asOf;
  const counts = rule.limit.unit === 'WORKING_DAY' ? 'WORKING_DAYS' : 'DAYS';
  const between = (to: IsoDate) => (counts === 'DAYS' ? daysBetween(startedOn, to) : workingDaysBetween(startedOn, to, holidays));
  const skipped = counts === 'DAYS' ? [] : holidaysSkipped(startedOn, at > due ? at : due, holidays);
  const read = { day: between(at), of: between(due), counts, due, state: stateOf(due, asOf, stoppedOn), late: at > due, skipped, extension } as const;
  const extendedLate = extension !== null && extension.agreedOn > lastDayOf(rule.limit, startedOn, holidays);
  return { ...read, says: sayClock(read, { at, limit: rule.limit, extendedLate }) };
}

function stateOf(due: IsoDate, asOf: IsoDate, stoppedOn: IsoDate | null): ClockState {
  if (stoppedOn !== null) return 'STOPPED';
  if (asOf === due) return 'DUE_TODAY';
  return asOf < due ? 'RUNNING' : 'OVERDUE';
}

function stopBy({ rule, startedOn, asOf, stoppedOn = null }: ClockInput): IsoDate | null {
  if (daysBetween(startedOn, asOf) < 0) throw new RangeError('A clock is read on the day it started or later.');
  if (!isInForce(rule, startedOn)) throw new RangeError('The rule was not in force on the day the clock started.');
  if (stoppedOn !== null && daysBetween(startedOn, stoppedOn) < 0) throw new RangeError('A clock stops on the day it started or later.');
  return stoppedOn !== null && stoppedOn <= asOf ? stoppedOn : null;
}

function extensionBy({ rule, startedOn, asOf, extension, stoppedOn = null }: ClockInput): ClockExtension | null {
  if (!extension) return null;
  if (rule.extension === null || extension.to > rule.extension.atMost) throw new RangeError('The rule does not allow an extension so long.');
  if (!Number.isInteger(extension.to) || extension.to <= rule.limit.count) throw new RangeError('An extension is whole and more than the limit.');
  if (daysBetween(startedOn, extension.agreedOn) < 0) throw new RangeError('An extension is agreed on the day the clock started or later.');
  if (stoppedOn !== null && stoppedOn < extension.agreedOn) throw new RangeError('A clock that has stopped is not extended.');
  return extension.agreedOn <= asOf ? extension : null;
}
