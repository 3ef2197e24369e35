import { EVERYONE } from '@qaf/identity';
import type { PublishedStatistic } from '@qaf/release';

/** Broad groups of ethnicity, as casework tells them. */
export const GROUPS = ['WHITE', 'MIXED', 'ASIAN', 'BLACK', 'OTHER', 'UNKNOWN'] as const;

/** Children seen alone on their visits, within the lattice of team, service and authority, and by group of ethnicity. */
export const SEEN_ALONE: PublishedStatistic = {
  code: 'seen-alone',
  version: 1,
  title: 'Children seen alone',
  definition:
    'Children who were visited in the quarter and of whose visits it is known whether the child was seen alone: those seen alone on at least one visit, of all of them. A child counts once in a quarter, to the team that held the child on most of these visits, however often the child was visited.',
  measure: { counts: 'children', categories: [{ code: 'ALONE', title: 'Seen alone at least once', part: true }, { code: 'NOT_ALONE', title: 'Never seen alone' }] },
  dimensions: [
    { code: 'organisation', title: 'Organisation', levels: ['team', 'service'] },
    { code: 'ethnicity', title: 'Ethnicity', levels: ['ethnicity'] },
  ],
  tables: [
    { code: 'by-team-and-ethnicity', by: { organisation: 'team', ethnicity: 'ethnicity' } },
    { code: 'by-service-and-ethnicity', by: { organisation: 'service', ethnicity: 'ethnicity' } },
    { code: 'by-ethnicity', by: { ethnicity: 'ethnicity' } },
    { code: 'by-team', by: { organisation: 'team' } },
    { code: 'by-service', by: { organisation: 'service' } },
    { code: 'authority', by: {} },
  ],
  periods: ['QUARTER'],
  rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2016-04-01', source: 'The default for small numbers: one to five are hidden' },
  minimumStep: 6,
  allAlike: 'SHOWN',
  insiders: [{ kind: 'MEMBER', dimension: 'organisation', level: 'team' }, { kind: 'MEMBER', dimension: 'organisation', level: 'service' }, { kind: 'OWN' }],
  readers: EVERYONE,
  from: '2016-04-01',
  settleDays: 14,
};
