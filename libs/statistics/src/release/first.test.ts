import type { FinestCount } from './facts';
import { protectRelease } from './protect';
import type { Statistic } from './statistic';

const EXAMPLE: Statistic = {
  code: 'example', version: 1, title: 'Example', definition: 'One line of five.',
  measure: { counts: 'children', categories: [] },
  dimensions: [{ code: 'place', title: 'Place', levels: ['place'] }],
  tables: [{ code: 'by-place', by: { place: 'place' } }, { code: 'all', by: {} }],
  periods: ['QUARTER'],
  rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2014-04-01', source: 'example' },
  minimumStep: 10, allAlike: 'SHOWN', insiders: [],
};
const finest = (counts: number[]): FinestCount[] => counts.map((count, at) => ({ quarter: '2018-19 Q1', at: { place: `p${at}` }, category: 'all', count }));

test('the published example is mended', async () => {
  const made = await protectRelease(EXAMPLE, { period: '2018-19 Q1', quarters: ['2018-19 Q1'], members: { place: ['p0', 'p1', 'p2', 'p3', 'p4'].map((one) => [one]) }, finest: finest([90, 3, 11, 83, 1]) }, []);
  expect(made).toMatchObject({ kind: 'PROTECTED' });
});
