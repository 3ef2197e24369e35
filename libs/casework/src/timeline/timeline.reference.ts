/** What a timeline's entry points to, by the type of the graph. */
export type TimelineSubject = 'Episode' | 'ChildAllocation' | 'CaseMeeting' | 'Visit' | 'Audit';

export interface TimelineKind {
  /** Code of the entry's kind, as the graph shows it. */
  code: string;
  subject: TimelineSubject;
  table: 'episode' | 'child_allocation' | 'case_meeting' | 'visit' | 'audit';
  /** The day as SQL over the table; rows without it give no entry. */
  day: string;
  /** A grade that was given on that day, as SQL. */
  grade?: string;
}

/** Every kind of entry, in the order in which they follow each other on one day. */
export const TIMELINE_KINDS: readonly TimelineKind[] = [
  { code: 'ALLOCATED', subject: 'ChildAllocation', table: 'child_allocation', day: 'x.valid_from' },
  { code: 'EPISODE_BEGUN', subject: 'Episode', table: 'episode', day: 'x.started_on' },
  { code: 'MEETING', subject: 'CaseMeeting', table: 'case_meeting', day: 'x.held_on' },
  { code: 'VISIT', subject: 'Visit', table: 'visit', day: 'x.visited_on' },
  { code: 'AUDIT_ALLOCATED', subject: 'Audit', table: 'audit', day: 'x.allocated_on' },
  { code: 'AUDIT_CHECKLIST_DONE', subject: 'Audit', table: 'audit', day: 'x.checklist_done_on' },
  { code: 'AUDIT_SUBMITTED', subject: 'Audit', table: 'audit', day: 'x.submitted_on', grade: 'x.judged_grade' },
  { code: 'AUDIT_MODERATED', subject: 'Audit', table: 'audit', day: 'x.moderated_on', grade: 'x.moderated_grade' },
  { code: 'AUDIT_FEEDBACK_GIVEN', subject: 'Audit', table: 'audit', day: 'x.feedback_given_on' },
  { code: 'AUDIT_ACKNOWLEDGED', subject: 'Audit', table: 'audit', day: 'x.acknowledged_on' },
  { code: 'AUDIT_CLOSED', subject: 'Audit', table: 'audit', day: 'x.closed_on' },
  { code: 'EPISODE_ENDED', subject: 'Episode', table: 'episode', day: 'x.ended_on' },
  // An allocation is kept with the day after its last.
  { code: 'ALLOCATION_ENDED', subject: 'ChildAllocation', table: 'child_allocation', day: '(x.valid_to - 1)' },
];

export const TIMELINE_CODES: readonly string[] = TIMELINE_KINDS.map(({ code }) => code);
