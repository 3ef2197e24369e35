import type { ImportReport } from '@qaf/casework';
import { reportText } from './report-text';

const none = { added: 0, changed: 0, unchanged: 0 };
const report: ImportReport = {
  runId: null,
  format: 'annex-a',
  speaksOf: '2021-03-15',
  lists: [{ list: 'List 1', read: 12, kept: 11, leftOut: 1 }, { list: 'List 10', read: 3, kept: 3, leftOut: 0 }],
  tallies: { children: { added: 14, changed: 1, unchanged: 0 }, episodes: none, meetings: none, visits: none, allocations: none },
  unmatchedNames: { workers: 2, teams: 1 },
  notes: [
    { list: 'List 10', row: 3, column: 'Ethnicity', severity: 'DOUBTED', reason: 'differs' },
    { list: 'List 10', row: 2, column: null, severity: 'UNMATCHED', reason: 'unknown' },
    { list: 'List 1', row: 9, column: null, severity: 'LEFT_OUT', reason: 'there is no child reference' },
    { list: 'List 1', row: 4, column: 'Allocated Team', severity: 'UNMATCHED', reason: 'no team has this name' },
  ],
  events: 0,
};

test('the report gives the account of each list, what became of the facts, and every note in the order of the file', () => {
  expect(reportText(report, false).split('\n')).toEqual([
    'annex-a: loaded as of 2021-03-15.',
    '',
    'list     read  kept  left out',
    'List 1     12    11         1',
    'List 10     3     3         0',
    'all        15    14         1',
    '',
    '                         added  changed  unchanged',
    'children                    14        1          0',
    'episodes                     0        0          0',
    'reviews and conferences      0        0          0',
    'visits                       0        0          0',
    'allocations                  0        0          0',
    '',
    'Names without a match: 2 of workers, 1 of teams.',
    '',
    'Left out: the row is not loaded (1)',
    '  List 1 9: there is no child reference',
    '',
    'Unmatched: a value or a list stands for nothing that is known (2)',
    '  List 1 4 Allocated Team: no team has this name',
    '  List 10 2: unknown',
    '',
    'Doubted: loaded as written, though it disagrees with another fact (1)',
    '  List 10 3 Ethnicity: differs',
    '',
  ]);
});

test('a check says that nothing was written', () => {
  expect(reportText(report, true)).toContain('annex-a: checked as of 2021-03-15; nothing was written.');
  expect(reportText(report, true)).toContain('would add  would change  unchanged');
});
