import { randomUUID } from 'node:crypto';
import { Casework, shown } from '../casework.fixtures';
import { childRow, episodeRow, everything, load, reviewRow, visitRow } from '../import/load/parsed.fixtures';

let casework: Casework;

beforeAll(async () => {
  casework = await Casework.open();
}, 60_000);
afterAll(() => casework.close());

const idOf = async (reference: string) => (await casework.behind<{ id: string; v: number }>('select id, version as v from casework.child where case_reference = $1', [reference]))[0] as { id: string; v: number };

async function mend(command: string, input: object): Promise<void> {
  const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
  const { data, errors } = await casework.ask(casework.qpa, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename } }`, { input: { idempotencyKey: randomUUID(), reason: 'Entered twice', ...input } });
  expect([errors, data[command].__typename]).toEqual([[], `${type}Success`]);
}

const file = (a: string, b: string) => ({
  children: [childRow(a), childRow(b, { gender: 'M' })],
  episodes: [episodeRow(a, { workerName: 'ada fixture' }), episodeRow(b, { startedOn: '2019-05-01', endedOn: '2019-09-01' })],
  meetings: [reviewRow(a, '2021-02-01'), reviewRow(b, '2019-06-01')],
  visits: [visitRow(a, '2021-02-02'), visitRow(b, '2019-06-02')],
});

test('an import that still tells of a merged reference makes no child again, and changes nothing', async () => {
  await load(casework, file('A1', 'B1'));
  const [keep, merged] = [await idOf('A1'), await idOf('B1')];
  await mend('mergeChildren', { keepId: shown('Child', keep.id), version: keep.v, mergeId: shown('Child', merged.id), mergeVersion: merged.v });
  const before = await everything(casework);
  const report = await load(casework, file('A1', 'B1'));
  expect(await everything(casework)).toEqual(before);
  expect(report.tallies).toMatchObject({ children: { added: 0, changed: 0 }, episodes: { added: 0, changed: 0 }, meetings: { added: 0 }, visits: { added: 0 }, allocations: { added: 0, changed: 0 } });
});

test('the same rows told under the reference that was kept, or under both, are the same rows', async () => {
  const before = await everything(casework);
  const { episodes, meetings, visits, children } = file('A1', 'A1');
  const under = file('A1', 'B1');
  await load(casework, { children: children.slice(0, 1), episodes, meetings, visits });
  await load(casework, { children: under.children, episodes: [...episodes, ...under.episodes.slice(1)], meetings: [...meetings, ...under.meetings.slice(1)], visits: [...visits, ...under.visits.slice(1)] });
  expect(await everything(casework)).toEqual(before);
});

test('what is new under a merged reference becomes the kept child’s', async () => {
  await load(casework, { children: [childRow('B1')], episodes: [], visits: [visitRow('B1', '2021-05-05')] });
  const keep = await idOf('A1');
  expect(await casework.behind('select child_id as id, source_key as key from casework.visit where visited_on = $1', ['2021-05-05'])).toEqual([{ id: keep.id, key: 'VISIT|CP|A1|2021-05-05' }]);
});

test('an import under a corrected reference goes on where the old one ended', async () => {
  await load(casework, file('C1', 'D1'));
  const child = await idOf('C1');
  await mend('correctChildReference', { childId: shown('Child', child.id), version: child.v, caseReference: 'C11' });
  const before = await everything(casework);
  await load(casework, file('C11', 'D1'));
  expect(await everything(casework)).toEqual(before);
});
