import { EVERYONE } from '@qaf/identity';
import type { PublishedStatistic } from '@qaf/release';
import type { Category, HidingRule } from '@qaf/statistics';

/** The authority's rule on small numbers, as the framework's default has it. */
const RULE: HidingRule = { hiddenUpTo: 5, leastRange: 5, validFrom: '2016-04-01', source: 'The default for small numbers: one to five are hidden' };

/** Ofsted's grades, best first; good and outstanding make the share. */
export const GRADES: readonly Category[] = [
  { code: 'OUTSTANDING', title: 'Outstanding', part: true },
  { code: 'GOOD', title: 'Good', part: true },
  { code: 'REQUIRES_IMPROVEMENT', title: 'Requires improvement' },
  { code: 'INADEQUATE', title: 'Inadequate' },
];

const SHARED = {
  version: 1,
  measure: { counts: 'audits', categories: GRADES },
  periods: ['QUARTER'],
  rule: RULE,
  minimumStep: 6,
  allAlike: 'HIDDEN',
  readers: EVERYONE,
  from: '2016-04-01',
  settleDays: 14,
} satisfies Partial<PublishedStatistic>;

/** Audits by the grade that counts, within the lattice of team, service and authority. */
export const AUDIT_GRADES: PublishedStatistic = {
  ...SHARED,
  code: 'audit-grades',
  title: 'Grades of audits',
  definition:
    'Audits that were submitted in the period and not withdrawn, by the grade that counts: the moderator’s where there is one, else the auditor’s. Each counts to the team that held the case when the audit was allocated. The share is of those graded good or outstanding.',
  dimensions: [{ code: 'organisation', title: 'Organisation', levels: ['team', 'service'] }],
  tables: [
    { code: 'by-team', by: { organisation: 'team' }, shareOnly: true },
    { code: 'by-service', by: { organisation: 'service' }, shareOnly: true },
    { code: 'authority', by: {} },
  ],
  insiders: [{ kind: 'MEMBER', dimension: 'organisation', level: 'team' }, { kind: 'MEMBER', dimension: 'organisation', level: 'service' }, { kind: 'OWN' }],
};

/**
 * The same audits by practice priority, for the whole authority alone: beside the table of teams a finer one would be of
 * the same facts, and two statistics are not guarded against each other.
 */
export const PRIORITY_GRADES: PublishedStatistic = {
  ...SHARED,
  code: 'priority-grades',
  title: 'Grades of audits by practice priority',
  definition:
    'Audits that were submitted in the period and not withdrawn, by the grade that the answers to the questions of one practice priority come to: their mean by weight, half way going to the better. An audit counts once under each priority that it has graded answers for. The share is of those good or outstanding.',
  dimensions: [{ code: 'priority', title: 'Practice priority', levels: ['priority'] }],
  tables: [{ code: 'by-priority', by: { priority: 'priority' } }],
  insiders: [{ kind: 'OWN' }],
};
