import { allocationStep, toldPlaces, type HeldAllocation } from './allocation.rules';
import { episodeRow } from './parsed.fixtures';

const told = (workerId: string | null, teamId: string | null = null, startedOn: string | null = '2021-01-11') => ({ reference: 'C1', workerId, teamId, startedOn });
const held = (workerId: string | null, teamId: string | null = null, more: Partial<HeldAllocation> = {}): HeldAllocation => ({ id: 'h', workerId, teamId, validFrom: '2021-01-11', validTo: null, ...more });
const DAY = '2021-03-31';

describe('what a file does to an allocation', () => {
  test('a first worker begins on the day the row starts, or on the file’s day where the list has no dates', () => {
    expect(allocationStep(told('ada', 'north'), null, DAY)).toEqual({ kind: 'START', from: '2021-01-11', workerId: 'ada', teamId: 'north' });
    expect(allocationStep(told('ada', null, null), null, DAY)).toMatchObject({ kind: 'START', from: DAY });
  });

  test('another worker, or another team of the same worker, begins on the file’s day', () => {
    expect(allocationStep(told('ben', 'south'), held('ada', 'north'), DAY)).toEqual({ kind: 'MOVE', id: 'h', from: DAY, workerId: 'ben', teamId: 'south' });
    expect(allocationStep(told('ada', 'south'), held('ada', 'north'), DAY)).toMatchObject({ kind: 'MOVE', workerId: 'ada', teamId: 'south' });
    expect(allocationStep(told('ben'), held('ada', 'north'), DAY)).toMatchObject({ kind: 'MOVE', workerId: 'ben', teamId: null });
  });

  test('what is held already, and a row that names no known worker, change nothing', () => {
    expect(allocationStep(told('ada', 'north'), held('ada', 'north'), DAY)).toEqual({ kind: 'NONE' });
    expect(allocationStep(told('ada'), held('ada', 'north'), DAY)).toEqual({ kind: 'NONE' });
    expect(allocationStep(told(null, 'south'), held('ada', 'north'), DAY)).toEqual({ kind: 'NONE' });
  });

  test('what was not known is filled in where it stands', () => {
    expect(allocationStep(told('ada', 'north'), held('ada'), DAY)).toEqual({ kind: 'CORRECT', id: 'h', workerId: 'ada', teamId: 'north' });
    expect(allocationStep(told('ada'), held(null, 'north'), DAY)).toEqual({ kind: 'CORRECT', id: 'h', workerId: 'ada', teamId: 'north' });
  });

  test('a file of the day on which the held one began corrects it; an older one is not believed', () => {
    expect(allocationStep(told('ben'), held('ada', null, { validFrom: DAY }), DAY)).toMatchObject({ kind: 'CORRECT', workerId: 'ben' });
    expect(allocationStep(told('ben'), held('ada', null, { validFrom: '2021-04-01' }), DAY)).toEqual({ kind: 'OLDER' });
  });

  test('after an allocation that has ended, the next begins no earlier than that end', () => {
    expect(allocationStep(told('ben'), held('ada', null, { validTo: '2021-02-01' }), DAY)).toMatchObject({ kind: 'START', from: '2021-02-01' });
    expect(allocationStep(told('ben'), held('ada', null, { validTo: '2021-05-01' }), DAY)).toEqual({ kind: 'OLDER' });
  });
});

describe('whose worker a child’s is', () => {
  const row = (more: Parameters<typeof episodeRow>[1], workerId: string | null, teamId: string | null = null) => ({ ...episodeRow('C1', more), workerId, teamId });

  test('the plan’s before the assessment’s; ended rows and enquiries tell nothing', () => {
    const rows = [row({ kind: 'ASSESSMENT' }, 'ada'), row({ kind: 'CP' }, 'ben'), row({ kind: 'LAC', endedOn: '2021-02-01' }, 'cal'), row({ kind: 'SECTION_47' }, 'dot')];
    expect(toldPlaces(rows)).toEqual([{ reference: 'C1', workerId: 'ben', teamId: null, startedOn: '2021-01-11' }]);
    expect(toldPlaces([...rows].reverse())).toEqual(toldPlaces(rows));
  });

  test('a known worker before a team alone, and the later of two plans', () => {
    expect(toldPlaces([row({ kind: 'LAC' }, null, 'north'), row({ kind: 'CIN' }, 'ada')])).toMatchObject([{ workerId: 'ada' }]);
    expect(toldPlaces([row({ startedOn: '2021-01-11' }, 'ada'), row({ startedOn: '2021-02-11' }, 'ben')])).toMatchObject([{ workerId: 'ben' }]);
    expect(toldPlaces([row({}, null)])).toEqual([]);
  });
});
