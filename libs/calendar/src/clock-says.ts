import type { ClockReading } from './clock';
import type { IsoDate } from './dates';
import type { Limit } from './limits';

interface Told {
  /** The day the count is taken on. */
  at: IsoDate;
  limit: Limit;
  /** Whether the extension came when the first limit had passed. */
  extendedLate: boolean;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const UNITS = { WORKING_DAY: 'working day', DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** A reading in words. It holds days and numbers only. */
export function sayClock(reading: Omit<ClockReading, 'says'>, { at, limit, extendedLate }: Told): string {
  return [stands(reading, at), ...extended(reading, limit, extendedLate), ...passedOver(reading)].join(' ');
}

function stands({ day, of, counts, due, state, late }: Omit<ClockReading, 'says'>, at: IsoDate): string {
  const unit = counts === 'DAYS' ? 'day' : 'working day';
  const over = day > of ? `${several(day - of, unit)} ago` : `no ${unit} since`;
  switch (state) {
    case 'RUNNING':
      return `Day ${day} of ${several(of, unit)}: due on ${inWords(due)}, ${several(of - day, unit)} left.`;
    case 'DUE_TODAY':
      return `Day ${day} of ${several(of, unit)}: due today, ${inWords(due)}.`;
    case 'OVERDUE':
      return `Day ${day} of ${several(of, unit)}: was due on ${inWords(due)}, ${over}.`;
    case 'STOPPED':
      return `Stopped on ${inWords(at)}, day ${day} of ${several(of, unit)}, ${late ? 'late: was due' : 'in time: due'} on ${inWords(due)}.`;
  }
}

function extended({ extension }: Pick<ClockReading, 'extension'>, { count, unit }: Limit, late: boolean): string[] {
  if (extension === null) return [];
  return [`Extended from ${count} to ${several(extension.to, UNITS[unit])} on ${inWords(extension.agreedOn)}${late ? ', when the first limit had passed' : ''}.`];
}

function passedOver({ skipped }: Pick<ClockReading, 'skipped'>): string[] {
  if (skipped.length === 0) return [];
  const named = skipped.map(({ date, name }) => `${name} (${inWords(date)})`);
  const list = named.length === 1 ? named : [named.slice(0, -1).join(', '), named.at(-1)];
  return [`Not counted: ${list.join(' and ')}.`];
}

function several(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function inWords(date: IsoDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
