import { COMPLAINT_CLOCKS } from './complaint-clocks.reference';
import { INCIDENT_CLOCKS } from './incident-clocks.reference';
import { ASSESSMENT_AND_REVIEW_CLOCKS } from './review-clocks.reference';
import type { IsoDate } from './dates';
import type { Limit } from './limits';

/** A time limit as law, guidance or policy sets it, for the span in which it is in force. */
export interface ClockRule {
  /** Stable name, such as `complaint.stage-1`. A rule that changes keeps it, with other days. */
  code: string;
  /** What must be done. */
  title: string;
  /** What starts the clock. The day after is day 1. */
  startsWith: string;
  limit: Limit;
  /** How far it may be extended, in the unit of the limit, and on what condition; null where it may not. */
  extension: { atMost: number; when: string } | null;
  source: string;
  /** The first day on which it is in force; null where it always was. A clock keeps the rule of the day it started. */
  validFrom: IsoDate | null;
  /** The first day on which it no longer is; null while it is. */
  validTo: IsoDate | null;
  /** Whether an authority may set another limit. */
  setting: boolean;
  /** Whether the limit was read at its source. Where it was not, ask before relying on it. */
  checked: boolean;
}

/** The time limits in England as the product comes with them; an authority keeps its own as rows of the same shape. */
export const STATUTORY_CLOCKS: readonly ClockRule[] = [...COMPLAINT_CLOCKS, ...ASSESSMENT_AND_REVIEW_CLOCKS, ...INCIDENT_CLOCKS];

/** The rule of a name in force on a day, or null. Throws a RangeError where two are. */
export function ruleOn(rules: readonly ClockRule[], code: string, date: IsoDate): ClockRule | null {
  const found = rules.filter((rule) => rule.code === code && isInForce(rule, date));
  if (found.length > 1) throw new RangeError('Two rules of one name are in force on one day.');
  return found[0] ?? null;
}

/** Whether a rule is in force on a day. */
export function isInForce({ validFrom, validTo }: Pick<ClockRule, 'validFrom' | 'validTo'>, date: IsoDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date < validTo);
}
