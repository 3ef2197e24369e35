import type { ClockRule } from './clock-rules';
import type { LimitUnit } from './limits';

type Given = Pick<ClockRule, 'code' | 'title' | 'startsWith'> & { count: number; unit?: LimitUnit } & Partial<ClockRule>;

function rule({ count, unit = 'WORKING_DAY', ...given }: Given): ClockRule {
  const source = 'The Children Act 1989 Representations Procedure (England) Regulations 2006';
  return { limit: { count, unit }, extension: null, source, validFrom: '2006-09-01', validTo: null, setting: false, checked: true, ...given };
}

/** The children's statutory complaints procedure. */
export const COMPLAINT_CLOCKS: readonly ClockRule[] = [
  rule({ code: 'complaint.to-complain', title: 'Make the complaint', startsWith: 'what is complained about', count: 12, unit: 'MONTH', checked: false }),
  rule({ code: 'complaint.stage-1', title: 'Answer at stage 1, local resolution', startsWith: 'receipt of the complaint', count: 10, extension: { atMost: 20, when: 'the complaint is complex' } }),
  rule({ code: 'complaint.ask-for-stage-2', title: 'Ask for stage 2', startsWith: 'the answer at stage 1', count: 20, setting: true }),
  rule({
    code: 'complaint.stage-2',
    title: 'Investigate and adjudicate at stage 2',
    startsWith: 'agreement of the complaint statement',
    count: 25,
    extension: { atMost: 65, when: 'the complainant is given the reason and the new day in writing' },
  }),
  rule({ code: 'complaint.stage-3-panel', title: 'Hold the review panel', startsWith: 'the request for stage 3', count: 30 }),
  rule({ code: 'complaint.stage-3-report', title: 'Write the panel’s report', startsWith: 'the panel’s meeting', count: 5 }),
  rule({ code: 'complaint.stage-3-answer', title: 'Answer the panel’s report, with the way to the ombudsman', startsWith: 'receipt of the panel’s report', count: 15 }),
];
