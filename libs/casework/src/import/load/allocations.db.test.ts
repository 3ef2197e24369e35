import { Casework } from '../../casework.fixtures';
import type { EpisodeRow } from '../parsed-import';
import { childRow, episodeRow, events, everything, load, PEOPLE } from './parsed.fixtures';

let casework: Casework;
beforeEach(async () => {
  casework = await Casework.open();
}, 60_000);
afterEach(() => casework.close(), 60_000);

const file = (more: Partial<EpisodeRow>) => ({ children: [childRow('C1')], episodes: [episodeRow('C1', more)] });
const allocations = () => casework.behind(`select worker_id, team_id, valid_from::text, valid_to::text, version from casework.child_allocation order by valid_from`);
const child = () => casework.behind(`select worker_id, team_id, iro_id, version from casework.child`);

test('a changed worker ends the old allocation and begins a new one on the day the file speaks of', async () => {
  await load(casework, file({ workerName: 'ada fixture', teamName: 'north team' }), { asAt: '2021-03-31' });
  const later = file({ workerName: 'ben fixture', teamName: 'south team' });
  const report = await load(casework, later, { asAt: '2021-04-30' });
  expect(report.tallies.allocations).toEqual({ added: 0, changed: 1, unchanged: 0 });
  expect(await allocations()).toEqual([
    { worker_id: PEOPLE.ada, team_id: PEOPLE.north, valid_from: '2021-01-11', valid_to: '2021-04-30', version: 2 },
    { worker_id: PEOPLE.ben, team_id: PEOPLE.south, valid_from: '2021-04-30', valid_to: null, version: 1 },
  ]);
  expect(await child()).toEqual([{ worker_id: PEOPLE.ben, team_id: PEOPLE.south, iro_id: null, version: 2 }]);
  const told = await events(casework, 'casework.children.changed.v1');
  expect(told.map(({ data }) => data['children']?.[0]?.['workerId'])).toEqual([PEOPLE.ada, PEOPLE.ben]);
  const before = await everything(casework);
  await load(casework, later, { asAt: '2021-04-30' });
  expect(await everything(casework)).toEqual(before);
});

test('an older file does not bring the old worker back, and says on which row', async () => {
  const older = file({ workerName: 'ada fixture' });
  await load(casework, older, { asAt: '2021-03-31' });
  await load(casework, file({ workerName: 'ben fixture' }), { asAt: '2021-04-30' });
  const before = await everything(casework);
  const report = await load(casework, older, { asAt: '2021-03-31' });
  expect(await everything(casework)).toEqual(before);
  expect(report.notes).toEqual([{ list: 'List 7', row: 2, column: null, severity: 'DOUBTED', reason: 'an allocation that began after the day this file speaks of is held; that one is kept' }]);
});

test('without a day given, the file speaks of the newest day it tells of', async () => {
  await load(casework, file({ workerName: 'ada fixture' }));
  const report = await load(casework, { ...file({ workerName: 'ben fixture' }), children: [childRow('C1'), childRow('C2')], episodes: [episodeRow('C1', { workerName: 'ben fixture' }), episodeRow('C2', { startedOn: '2021-05-20' })] });
  expect(report.speaksOf).toBe('2021-05-20');
  expect(await allocations()).toMatchObject([{ valid_to: '2021-05-20' }, { valid_from: '2021-05-20' }]);
});

test('the child’s IRO stays as it was', async () => {
  await load(casework, file({ workerName: 'ada fixture' }), { asAt: '2021-03-31' });
  await casework.behind(`update casework.child set iro_id = $1`, [casework.iro.personId]);
  await load(casework, file({ workerName: 'ben fixture' }), { asAt: '2021-04-30' });
  expect(await child()).toMatchObject([{ worker_id: PEOPLE.ben, iro_id: casework.iro.personId }]);
});
