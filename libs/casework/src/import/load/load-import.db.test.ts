import { Casework } from '../../casework.fixtures';
import { childRow, episodeRow, events, everything, load, NOW, parsed, PEOPLE, MATCHES, reviewRow, visitRow } from './parsed.fixtures';
import { loadImport } from './load-import';

let casework: Casework;
beforeEach(async () => {
  casework = await Casework.open();
}, 60_000);
afterEach(() => casework.close(), 60_000);

const first = {
  children: [childRow('C1'), childRow('C2', { gender: null, ethnicity: null })],
  episodes: [episodeRow('C1', { workerName: 'ada fixture', teamName: 'north team', details: { latestCategory: 'PHY' } }), episodeRow('C2', { kind: 'LAC', endedOn: '2021-03-01' })],
  meetings: [reviewRow('C2', '2021-02-10')],
  visits: [visitRow('C1', '2021-03-02', { seen: true, seenAlone: true })],
};

const rows = (table: string, columns = '*') => casework.behind<Record<string, unknown>>(`select ${columns} from casework.${table} order by 1`);

describe('a file that is loaded for the first time', () => {
  test('gives children, episodes, reviews, visits and the worker’s allocation', async () => {
    const report = await load(casework, first);
    expect(report.tallies).toEqual({
      children: { added: 2, changed: 0, unchanged: 0 },
      episodes: { added: 2, changed: 0, unchanged: 0 },
      meetings: { added: 1, changed: 0, unchanged: 0 },
      visits: { added: 1, changed: 0, unchanged: 0 },
      allocations: { added: 1, changed: 0, unchanged: 0 },
    });
    expect(await rows('child', 'case_reference, birth_year, gender, worker_id, team_id, version')).toEqual([
      { case_reference: 'C1', birth_year: 2012, gender: 'F', worker_id: PEOPLE.ada, team_id: PEOPLE.north, version: 1 },
      { case_reference: 'C2', birth_year: 2012, gender: null, worker_id: null, team_id: null, version: 1 },
    ]);
    expect(await rows('child_allocation', 'role, worker_id, valid_from::text, valid_to')).toEqual([{ role: 'WORKER', worker_id: PEOPLE.ada, valid_from: '2021-01-11', valid_to: null }]);
    expect(await rows('episode', 'kind, started_on::text, ended_on::text, details')).toEqual([
      { kind: 'CP', started_on: '2021-01-11', ended_on: null, details: { latestCategory: 'PHY' } },
      { kind: 'LAC', started_on: '2021-01-11', ended_on: '2021-03-01', details: {} },
    ]);
  });

  test('is on record: the run, and whose records it changed', async () => {
    const note = { list: 'List 7', row: 9, column: null, severity: 'LEFT_OUT' as const, reason: 'there is no child reference' };
    const { runId } = await load(casework, { ...first, notes: [note], counts: [{ list: 'List 7', read: 3, kept: 2, leftOut: 1 }] });
    expect(await rows('import_run', 'id, format, added, changed, unchanged, left_out, notes')).toEqual([{ id: runId, format: 'annex-a', added: 7, changed: 0, unchanged: 0, left_out: 1, notes: [note] }]);
    const [children] = await casework.behind<{ n: number }>(`select cardinality(ids) as n from casework.access_record where entity_type = 'Child' and action = 'import' and operation = 'CHANGE'`);
    expect(children?.n).toBe(2);
  });

  test('tells voice of the children’s places and of how they were seen', async () => {
    await load(casework, first);
    const facts = (await events(casework, 'casework.views.imported.v1')).flatMap(({ data }) => data['facts'] ?? []);
    expect(facts).toHaveLength(2);
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'VISIT', on: '2021-03-02', seen: true, seenAlone: true, participationCode: null, workerId: PEOPLE.ada, teamId: PEOPLE.north, iroId: null }));
    const places = (await events(casework, 'casework.children.changed.v1')).flatMap(({ data }) => data['children'] ?? []);
    expect(places.map((place) => place['workerId']).sort()).toEqual([PEOPLE.ada, null].sort());
  });
});

describe('the same file again', () => {
  test('changes nothing: no row, no version, no history, no event', async () => {
    const file = { ...first, episodes: [...first.episodes, episodeRow('C2', { kind: 'CIN', workerName: 'nobody known' })] };
    await load(casework, file);
    const before = await everything(casework);
    const again = await load(casework, file);
    expect(await everything(casework)).toEqual(before);
    expect(Object.values(again.tallies).map(({ added, changed }) => [added, changed])).toEqual([[0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]);
    expect(again.events).toBe(0);
    expect(await rows('import_run', 'added')).toHaveLength(2);
  });
});

describe('a later file', () => {
  test('a changed value is kept with what it was before', async () => {
    await load(casework, first);
    const report = await load(casework, { children: [childRow('C1', { gender: 'M' })], episodes: [episodeRow('C1', { endedOn: '2021-04-30', details: { latestCategory: 'NEG' } })] });
    expect([report.tallies.children.changed, report.tallies.episodes.changed]).toEqual([1, 1]);
    expect(await rows('child_history', `"row" ->> 'gender' as gender, version`)).toEqual([{ gender: 'F', version: 1 }, { gender: 'M', version: 2 }, { gender: null, version: 1 }]);
    const history = await casework.behind(`select operation, version, "row" ->> 'ended_on' as ended, "row" #>> '{details,latestCategory}' as category from casework.episode_history where "row" ->> 'kind' = 'CP' order by history_id`);
    expect(history).toEqual([{ operation: 'INSERT', version: 1, ended: null, category: 'PHY' }, { operation: 'UPDATE', version: 2, ended: '2021-04-30', category: 'NEG' }]);
  });

  test('what a list does not say overwrites nothing, nor does an answer that nobody knows', async () => {
    await load(casework, { ...first, children: [childRow('C1', { disabled: true }), childRow('C2', { gender: null, ethnicity: 'NOBT' })] });
    const before = await rows('child', 'case_reference, birth_year, birth_month, gender, ethnicity, disabled, worker_id, version');
    await load(casework, {
      children: [childRow('C1', { birthYear: null, birthMonth: null, expectedBirthMonth: '2013-01', gender: 'U', ethnicity: 'REFU', disabled: null }), childRow('C2', { gender: null, ethnicity: null })],
      episodes: [episodeRow('C1')],
      visits: [visitRow('C1', '2021-03-02')],
    });
    expect(await rows('child', 'case_reference, birth_year, birth_month, gender, ethnicity, disabled, worker_id, version')).toEqual(before);
    expect(await rows('episode', 'kind, details, version')).toEqual([{ kind: 'CP', details: { latestCategory: 'PHY' }, version: 1 }, { kind: 'LAC', details: {}, version: 1 }]);
    expect(await rows('visit', 'told_seen, told_seen_alone, version')).toEqual([{ told_seen: true, told_seen_alone: true, version: 1 }]);
  });

  test('an unborn child is born', async () => {
    await load(casework, { children: [childRow('C1', { birthYear: null, birthMonth: null, expectedBirthMonth: '2021-05' })] });
    await load(casework, { children: [childRow('C1', { birthYear: 2021, birthMonth: 4 })] });
    expect(await rows('child', 'birth_year, birth_month, expected_birth_month, version')).toEqual([{ birth_year: 2021, birth_month: 4, expected_birth_month: null, version: 2 }]);
  });

  test('the end of a child protection plan is told once, when it is newly known', async () => {
    await load(casework, first);
    expect(await events(casework, 'casework.cp-plan.ended.v1')).toEqual([]);
    const ended = { children: [childRow('C1')], episodes: [episodeRow('C1', { endedOn: '2021-04-30' })] };
    await load(casework, ended);
    await load(casework, ended);
    await load(casework, { ...ended, episodes: [episodeRow('C1', { endedOn: '2021-05-02' })] });
    const told = await events(casework, 'casework.cp-plan.ended.v1');
    expect(told.map(({ data }) => [data['endedOn'], data['workerId'], data['teamId']])).toEqual([['2021-04-30', PEOPLE.ada, PEOPLE.north]]);
  });

  test('the end of a plan long ago is loaded and raises no question to the family', async () => {
    const old = { children: [childRow('C1')], episodes: [episodeRow('C1', { startedOn: '2019-01-07', endedOn: '2019-06-03', sourceKey: 'old' }), episodeRow('C1', { startedOn: '2021-01-04', endedOn: '2021-02-01', sourceKey: 'new' })] };
    await load(casework, old);
    expect((await events(casework, 'casework.cp-plan.ended.v1')).map(({ data }) => data['endedOn'])).toEqual(['2021-02-01']);
  });

  test('a visit that turns out to have been alone is told to voice again', async () => {
    await load(casework, { ...first, visits: [visitRow('C1', '2021-03-02', { seen: true })] });
    const before = await events(casework);
    const report = await load(casework, first);
    expect(report.tallies.visits).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const [told] = (await events(casework)).slice(before.length);
    expect(told?.data['facts']).toMatchObject([{ kind: 'VISIT', seen: true, seenAlone: true }]);
  });
});

describe('the inspection lists and the looked-after return of one authority', () => {
  test('share the children and the reviews, whichever comes first', async () => {
    const lists = { children: [childRow('C1', { disabled: true })], episodes: [episodeRow('C1', { kind: 'LAC', sourceKey: 'LAC_PERIOD|C1|2021-01-11' })], meetings: [reviewRow('C1', '2021-02-10')] };
    const careReturn = { children: [childRow('C1')], episodes: [episodeRow('C1', { kind: 'LAC', sourceKey: 'LAC_EPISODE|C1|2021-01-11' })], meetings: [reviewRow('C1', '2021-02-10', { participationCode: 'PN1' })] };
    await load(casework, lists);
    const second = await loadImport(casework.subgraph, parsed({ ...careReturn, format: 'ssda903' }), MATCHES, { fileHash: 'b'.repeat(64), now: NOW });
    expect(second.tallies).toMatchObject({ children: { unchanged: 1 }, episodes: { added: 1 }, meetings: { changed: 1 } });
    const before = await everything(casework);
    await load(casework, lists);
    expect(await everything(casework)).toEqual(before);
    expect(await rows('case_meeting', 'participation_code')).toEqual([{ participation_code: 'PN1' }]);
    expect(await rows('child', 'disabled')).toEqual([{ disabled: true }]);
  });
});

describe('nothing by halves', () => {
  test('a check reports the same and writes nothing', async () => {
    await load(casework, first);
    const before = await everything(casework);
    const later = { ...first, children: [childRow('C1', { gender: 'M' }), childRow('C3')], episodes: [episodeRow('C1', { workerName: 'nobody known' })] };
    const checked = await load(casework, later, { check: true });
    expect(checked).toMatchObject({ runId: null, tallies: { children: { added: 1, changed: 1, unchanged: 0 } }, unmatchedNames: { workers: 1, teams: 0 } });
    expect(await everything(casework)).toEqual(before);
    expect(await rows('import_run', 'id')).toHaveLength(1);
    const done = await load(casework, later);
    expect({ ...checked, runId: null }).toEqual({ ...done, runId: null });
  });

  test('a failure in the middle leaves nothing, and tells no value', async () => {
    const before = await everything(casework);
    const broken = { ...first, visits: [visitRow('C1', '2021-03-02'), visitRow('C2', '2021-03-03', { kind: 'OTHER' as never })] };
    const failure = await load(casework, broken).catch((error: Error) => error.message);
    expect(failure).toBe('The database refused (23514).');
    expect(await everything(casework)).toEqual(before);
    expect(await rows('import_run', 'id')).toEqual([]);
  });

  test('two imports at once give what one after the other gives', async () => {
    const [one, other] = await Promise.all([load(casework, first), load(casework, first)]);
    expect([one.tallies.children.added, other.tallies.children.added].sort()).toEqual([0, 2]);
    expect(await rows('child', 'case_reference')).toHaveLength(2);
  });
});
