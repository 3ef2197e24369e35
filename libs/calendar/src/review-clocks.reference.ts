import type { ClockRule } from './clock-rules';
import type { LimitUnit } from './limits';

type Given = Pick<ClockRule, 'code' | 'title' | 'startsWith'> & { count: number; unit: LimitUnit } & Partial<ClockRule>;

const CARE = { source: 'The Care Planning, Placement and Case Review (England) Regulations 2010', validFrom: '2011-04-01' };
const TOGETHER = { source: 'Working Together to Safeguard Children, 2013 and the editions after it', validFrom: '2013-04-15' };
const HANDBOOK = { source: 'IRO Handbook, statutory guidance, 2010', validFrom: '2011-04-01' };
const LOCAL = { source: 'The authority’s own procedures', validFrom: null, setting: true };

function rule(from: Pick<ClockRule, 'source' | 'validFrom'>, { count, unit, ...given }: Given): ClockRule {
  return { limit: { count, unit }, extension: null, validTo: null, setting: false, checked: true, ...from, ...given };
}

/** Assessment, conferences, reviews and visits. */
export const ASSESSMENT_AND_REVIEW_CLOCKS: readonly ClockRule[] = [
  rule(TOGETHER, { code: 'assessment', title: 'Complete the assessment', startsWith: 'the referral', count: 45, unit: 'WORKING_DAY', checked: false }),
  rule(TOGETHER, { code: 'protection.initial-conference', title: 'Hold the initial child protection conference', startsWith: 'the last strategy discussion', count: 15, unit: 'WORKING_DAY' }),
  rule(TOGETHER, { code: 'protection.core-group', title: 'Hold the first core group', startsWith: 'the initial conference', count: 10, unit: 'WORKING_DAY' }),
  rule(TOGETHER, { code: 'protection.first-review', title: 'Hold the first review conference', startsWith: 'the initial conference', count: 3, unit: 'MONTH' }),
  rule(TOGETHER, { code: 'protection.later-review', title: 'Hold the next review conference', startsWith: 'the review conference before', count: 6, unit: 'MONTH' }),
  rule(LOCAL, { code: 'protection.visit', title: 'Visit the child on a protection plan', startsWith: 'the visit before', count: 10, unit: 'WORKING_DAY' }),
  rule(CARE, { code: 'looked-after.first-review', title: 'Hold the first review', startsWith: 'the child’s entering care', count: 20, unit: 'WORKING_DAY' }),
  rule(CARE, { code: 'looked-after.second-review', title: 'Hold the second review', startsWith: 'the first review', count: 3, unit: 'MONTH' }),
  rule(CARE, { code: 'looked-after.later-review', title: 'Hold the next review', startsWith: 'the review before', count: 6, unit: 'MONTH' }),
  rule(CARE, { code: 'looked-after.first-visit', title: 'Visit the child for the first time in a placement', startsWith: 'the start of the placement', count: 1, unit: 'WEEK' }),
  rule(CARE, { code: 'looked-after.visit', title: 'Visit the child in the first year of a placement', startsWith: 'the visit before', count: 6, unit: 'WEEK' }),
  rule(CARE, { code: 'looked-after.visit-lasting', title: 'Visit the child in a placement meant to last to 18, after its first year', startsWith: 'the visit before', count: 3, unit: 'MONTH' }),
  rule(HANDBOOK, { code: 'review.dispute', title: 'Resolve a reviewing officer’s dispute, all stages together', startsWith: 'the start of the formal dispute', count: 20, unit: 'WORKING_DAY' }),
];
