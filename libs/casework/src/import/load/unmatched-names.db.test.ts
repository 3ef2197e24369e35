import { Casework, shown } from '../../casework.fixtures';
import { childRow, episodeRow, load, MATCHES, PEOPLE } from './parsed.fixtures';
import { nameDirectory } from './name-directory';

let casework: Casework;
beforeEach(async () => {
  casework = await Casework.open();
}, 60_000);
afterEach(() => casework.close(), 60_000);

const row = (list: string, number: number) => ({ source: { list, row: number } });
const file = {
  children: [childRow('C1'), childRow('C2'), childRow('C3')],
  episodes: [
    episodeRow('C1', { workerName: 'nobody known', teamName: 'north team', ...row('List 7', 4) }),
    episodeRow('C2', { workerName: 'nobody known', teamName: 'gone team', ...row('List 6', 9) }),
    episodeRow('C3', { workerName: 'jo twice', ...row('List 7', 3) }),
  ],
  counts: [{ list: 'List 6', read: 1, kept: 1, leftOut: 0 }, { list: 'List 7', read: 2, kept: 2, leftOut: 0 }],
};

const names = () => casework.behind<{ id: string; name: string; version: number }>(`select id, kind, name, rows, first_list, first_row, resolved_id, version from casework.unmatched_name order by name`);

test('a name that nobody bears, or two do, is kept once with its rows, and said on each row', async () => {
  const report = await load(casework, file);
  await load(casework, file);
  expect(await names()).toMatchObject([
    { kind: 'TEAM', name: 'gone team', rows: 1, first_list: 'List 6', first_row: 9, resolved_id: null, version: 1 },
    { kind: 'WORKER', name: 'jo twice', rows: 1, first_list: 'List 7', first_row: 3, version: 1 },
    { kind: 'WORKER', name: 'nobody known', rows: 2, first_list: 'List 6', first_row: 9, version: 1 },
  ]);
  expect(report.unmatchedNames).toEqual({ workers: 2, teams: 1 });
  expect(report.notes.map(({ list, row: number, column, severity, reason }) => `${list} ${number} ${column} ${severity}: ${reason}`)).toEqual([
    'List 7 4 Allocated Worker UNMATCHED: no worker has this name; the row is kept without its worker',
    'List 6 9 Allocated Worker UNMATCHED: no worker has this name; the row is kept without its worker',
    'List 6 9 Allocated Team UNMATCHED: no team has this name; the row is kept without its team',
    'List 7 3 Allocated Worker UNMATCHED: more than one worker has this name; the row is kept without its worker',
  ]);
  expect(JSON.stringify(report.notes)).not.toContain('nobody known');
});

test('once somebody has said who a name stands for, the next import goes by it', async () => {
  await load(casework, file);
  const name = (await names()).find((one) => one.name === 'nobody known');
  const input = { idempotencyKey: 'resolve-name-1', unmatchedNameId: shown('UnmatchedName', name?.id ?? ''), version: 1, workerId: shown('Worker', casework.worker.personId) };
  const answer = await casework.ask(casework.psw, 'mutation ($input: ResolveUnmatchedNameInput!) { resolveUnmatchedName(input: $input) { __typename } }', { input });
  expect(answer.data).toMatchObject({ resolveUnmatchedName: { __typename: 'ResolveUnmatchedNameSuccess' } });
  const report = await load(casework, file);
  expect(report.tallies.allocations).toEqual({ added: 1, changed: 1, unchanged: 0 });
  const held = await casework.behind(`select c.case_reference, a.worker_id, a.team_id, a.valid_to from casework.child_allocation a join casework.child c on c.id = a.child_id order by 1`);
  expect(held).toEqual([
    { case_reference: 'C1', worker_id: casework.worker.personId, team_id: PEOPLE.north, valid_to: null },
    { case_reference: 'C2', worker_id: casework.worker.personId, team_id: null, valid_to: null },
  ]);
  expect((await load(casework, file)).tallies.allocations).toEqual({ added: 0, changed: 0, unchanged: 2 });
});

test('a name that workforce has come to know is resolved by that', async () => {
  await load(casework, file);
  const workers = new Map([...MATCHES.workers, ...nameDirectory([{ id: casework.worker.personId, name: 'Nobody Known' }])]);
  await load(casework, file, {}, { ...MATCHES, workers });
  expect((await names()).find((one) => one.name === 'nobody known')).toMatchObject({ resolved_id: casework.worker.personId, version: 2 });
});
