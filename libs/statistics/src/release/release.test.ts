import fc from 'fast-check';
import type { ReleasedCell } from './cells';
import type { FinestCount } from './facts';
import { protectRelease } from './protect';
import { meanOfLine, linesOf, shareOf } from './read-table';
import { PART, REST, WHOLE } from './statistic';
import type { Statistic } from './statistic';

const Q1 = '2018-19 Q1';
const PLACES: Statistic = {
  code: 'example', version: 1, title: 'Example', definition: 'One line of five.',
  measure: { counts: 'children', categories: [] },
  dimensions: [{ code: 'place', title: 'Place', levels: ['place'] }],
  tables: [{ code: 'by-place', by: { place: 'place' } }, { code: 'authority', by: {} }],
  periods: ['QUARTER'],
  rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2014-04-01', source: 'a test' },
  minimumStep: 10, allAlike: 'SHOWN', insiders: [],
};
const GRADED: Statistic = {
  ...PLACES,
  measure: { counts: 'audits', categories: ['outstanding', 'good', 'requires', 'inadequate'].map((code, at) => ({ code, title: code, part: at < 2, score: 4 - at })) },
  dimensions: [{ code: 'organisation', title: 'Organisation', levels: ['team', 'service'] }],
  tables: [{ code: 'by-team', by: { organisation: 'team' } }, { code: 'by-service', by: { organisation: 'service' } }, { code: 'authority', by: {} }],
  insiders: [{ kind: 'MEMBER', dimension: 'organisation', level: 'team' }],
};
const TEAMS = { organisation: [['t1', 's1'], ['t2', 's1'], ['t3', 's2'], ['t4', 's2']] };

async function cellsOf(statistic: Statistic, members: Parameters<typeof protectRelease>[1]['members'], finest: FinestCount[]): Promise<ReleasedCell[]> {
  const made = await protectRelease(statistic, { period: Q1, quarters: [Q1], members, finest }, []);
  if (made.kind === 'UNPROTECTED') throw new Error('A first release can always be guarded.');
  return made.cells;
}

const places = (counts: readonly number[]) => cellsOf(PLACES, { place: counts.map((_, at) => [`p${at}`]) }, counts.map((count, at) => ({ quarter: Q1, at: { place: `p${at}` }, category: WHOLE, count })));
const graded = (teams: readonly (readonly number[])[], statistic = GRADED) =>
  cellsOf(statistic, TEAMS, teams.flatMap((counts, team) => counts.map((count, grade) => ({ quarter: Q1, at: { organisation: `t${team + 1}` }, category: GRADED.measure.categories[grade]!.code, count }))));
const table = (cells: readonly ReleasedCell[], code: string) => cells.filter((cell) => cell.table === code);

test('a published table that told two hidden counts by its total is mended', async () => {
  // 90, hidden, 11, 83, hidden of 188: the two sum to 4, each from 1 to 3. With 11 hidden too the three sum to 15: from 1 to 13.
  const cells = await places([90, 3, 11, 83, 1]);
  expect(table(cells, 'by-place').map(({ value }) => value)).toEqual([90, null, null, 83, null]);
  expect(table(cells, 'authority').map(({ value }) => value)).toEqual([188]);
});

test('a zero stays, and nothing is hidden where nothing is small', async () => {
  expect((await places([0, 20, 30])).map(({ value }) => value)).toEqual([50, 0, 20, 30]);
});

test('where all is small, the total is hidden with it', async () => {
  expect((await places([1, 1])).map(({ value }) => value)).toEqual([null, null, null]);
});

test('whoever leads one of two teams does not learn of the other from their service', async () => {
  // t2 has three that require improvement: with the service's count shown, the manager of t1 would take their own nine away.
  const cells = await graded([[20, 30, 9, 8], [20, 30, 3, 8], [20, 30, 9, 8], [20, 30, 9, 8]]);
  const value = (code: string, at: object, category: string) => cells.find((cell) => cell.table === code && cell.category === category && JSON.stringify(cell.at) === JSON.stringify(at))?.value;
  expect(value('by-service', { organisation: 's1' }, 'requires')).toBeNull();
  expect(value('by-team', { organisation: 't3' }, 'outstanding')).toBe(20);
});

test('a group that is all alike keeps it to itself where the statistic says so', async () => {
  const teams = [[0, 30, 0, 0], [20, 30, 9, 8], [20, 30, 9, 8], [20, 30, 9, 8]];
  const line = (cells: readonly ReleasedCell[]) => table(cells, 'by-team').filter(({ at, category }) => at['organisation'] === 't1' && category !== WHOLE).map(({ value }) => value);
  expect(line(await graded(teams, { ...GRADED, insiders: [] }))).toEqual([30, 0, 0, 30, 0, 0]);
  expect(line(await graded(teams, { ...GRADED, insiders: [], allAlike: 'HIDDEN' }))).toEqual([null, null, null, null, null, null]);
});

const small = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(12), fc.nat(8)), { minLength: 4, maxLength: 4 });

test('what is shown is true and adds up; what is small is not shown; the same facts give the same pattern', async () => {
  await fc.assert(
    fc.asyncProperty(small, fc.constantFrom('SHOWN' as const, 'HIDDEN' as const), async (teams, allAlike) => {
      const statistic = { ...GRADED, allAlike };
      const cells = await graded(teams, statistic);
      expect(await graded(teams, statistic)).toEqual(cells);
      for (const { at, category, value } of table(cells, 'by-team')) {
        const counts = teams[Number(at['organisation']?.slice(1)) - 1]!;
        const truth = { [WHOLE]: counts.reduce((sum, one) => sum + one, 0), [PART]: counts[0] + counts[1], [REST]: counts[2] + counts[3] }[category] ?? counts[GRADED.measure.categories.findIndex(({ code }) => code === category)];
        expect(value === null || value === truth).toBe(true);
      }
      expect(cells.filter(({ value }) => value !== null && value >= 1 && value <= 5)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a share and a mean follow their counts', async () => {
  const statistic = { ...GRADED, insiders: [] };
  const cells = table(await graded([[20, 30, 12, 8], [20, 30, 12, 8], [20, 30, 12, 8], [20, 30, 12, 3]], statistic), 'by-team');
  const [first, , , last] = linesOf(cells);
  // 50 of 70; (20·4 + 30·3 + 12·2 + 8·1) / 70 = 202 / 70.
  expect([shareOf(GRADED.measure, first!)?.share, meanOfLine(GRADED.measure, GRADED.tables[0]!, first!)?.mean]).toEqual([50 / 70, 202 / 70]);
  expect(meanOfLine(GRADED.measure, GRADED.tables[0]!, last!)).toBeNull();
  expect(shareOf(GRADED.measure, { at: {}, counts: new Map([[PART, 50], [REST, null], [WHOLE, 70]]) })).toBeNull();
});

test('a table that hides most of its cells says what answers instead', async () => {
  const made = await protectRelease(PLACES, { period: Q1, quarters: [Q1], members: { place: ['a', 'b', 'c'].map((one) => [one]) }, finest: ['a', 'b', 'c'].map((place) => ({ quarter: Q1, at: { place }, category: WHOLE, count: 4 })) }, []);
  expect(made).toMatchObject({ coarser: [{ table: 'by-place', hiddenShare: 1, instead: ['authority'] }] });
});

test('a later release that would tell who came is hidden there, and the earlier one stays guarded', async () => {
  const input = (counts: number[]) => ({ period: Q1, quarters: [Q1], members: { place: counts.map((_, at) => [`p${at}`]) }, finest: counts.map((count, at) => ({ quarter: Q1, at: { place: `p${at}` }, category: WHOLE, count })) });
  const first = await protectRelease(PLACES, input([20, 30, 40]), []);
  if (first.kind === 'UNPROTECTED') throw new Error('guarded');
  // Two came to p0 and twelve to p1: with p0 shown again, two would be known to have come.
  const second = await protectRelease(PLACES, input([22, 42, 40]), [{ ...input([20, 30, 40]), lattice: PLACES, cells: first.cells }]);
  expect(second.kind === 'PROTECTED' && table(second.cells, 'by-place').map(({ value }) => value)).toEqual([null, null, 40]);
});

test('a declaration that contradicts itself is refused', async () => {
  const faulty = { ...PLACES, tables: [{ code: 'x', by: { place: 'street' } }] };
  await expect(protectRelease(faulty, { period: Q1, quarters: [Q1], members: { place: [['a']] }, finest: [] }, [])).rejects.toThrow('cuts a table by a level that it does not declare');
});
