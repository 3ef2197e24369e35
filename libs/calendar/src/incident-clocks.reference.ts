import type { ClockRule } from './clock-rules';
import type { LimitUnit } from './limits';

type Given = Pick<ClockRule, 'code' | 'title' | 'startsWith'> & { count: number; unit: LimitUnit };

/** The day on which the national panel and its duties replaced serious case reviews. */
const PANEL = '2018-06-29';
const BEFORE = { source: 'Working Together to Safeguard Children, 2015', validFrom: '2015-03-26', validTo: PANEL };
const SINCE = { source: 'Working Together to Safeguard Children, 2018 and the editions after it', validFrom: PANEL, validTo: null };

function rule(edition: Pick<ClockRule, 'source' | 'validFrom' | 'validTo'>, { count, unit, ...given }: Given): ClockRule {
  return { limit: { count, unit }, extension: null, setting: false, checked: true, ...edition, ...given };
}

/** Serious incidents, in the words of the edition in force. */
export const INCIDENT_CLOCKS: readonly ClockRule[] = [
  rule(BEFORE, { code: 'serious-case-review.decide', title: 'Decide on a serious case review', startsWith: 'notification of the incident', count: 1, unit: 'MONTH' }),
  rule(BEFORE, { code: 'serious-case-review.complete', title: 'Complete the serious case review', startsWith: 'the decision to hold it', count: 6, unit: 'MONTH' }),
  rule(SINCE, { code: 'incident.notify-panel', title: 'Notify the national panel', startsWith: 'the authority’s learning of the incident', count: 5, unit: 'WORKING_DAY' }),
  rule(SINCE, { code: 'incident.rapid-review', title: 'Complete the rapid review', startsWith: 'the authority’s learning of the incident', count: 15, unit: 'WORKING_DAY' }),
  rule(SINCE, { code: 'incident.publish-review', title: 'Publish the local child safeguarding practice review', startsWith: 'the decision to hold it', count: 6, unit: 'MONTH' }),
];
