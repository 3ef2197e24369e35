import { withClient } from '@qaf/database';
import { machine, nobody } from '@qaf/identity';
import type { FinestCount } from '@qaf/statistics';
import { shareValue } from './graph/values';
import { asReportingMachine } from './publish/as-reporting-machine';
import { periodByCode } from './publish/periods';
import { publishRelease } from './publish/publish-release';
import { publishSettled } from './publish/publish-settled';
import { readRelease } from './read/released';
import { seriesOf } from './read/series';
import { counts, holding, openReleases, type Releases, SEEN_ALONE, sourceOf } from './release.fixtures';

const [Q1, Q2] = ['2018-19 Q1', '2018-19 Q2'];
const AUTUMN = new Date('2018-10-20T10:00:00Z');
const BY_TEAM = { by: { organisation: 'team' } };

let releases: Releases;
let facts: FinestCount[] = [];
const source = sourceOf(() => facts);

beforeAll(async () => {
  releases = await openReleases();
  // t1 has three seen alone; with any other of its line told, they could be reckoned.
  facts = [...counts(Q1, { t1: [3, 20], t2: [30, 12], t3: [25, 9], t4: [14, 16] }), ...counts(Q2, { t1: [22, 20], t2: [30, 12], t3: [25, 9], t4: [14, 16] })];
});

afterAll(() => releases.close());

const cells = () => withClient(releases.database.adminUrl, (admin) => admin.query<{ place: string; category: string; value: number | null }>('select place, category, value from voice.release_cell')).then(({ rows }) => rows);

test('periods that are over and settled are released once, quarters in order; a period that is not over is not', async () => {
  expect(await publishSettled(releases.unit, [source], new Date('2018-07-05T10:00:00Z'))).toEqual([]);
  const done = await publishSettled(releases.unit, [source], AUTUMN);
  expect(done).toEqual([Q1, Q2].map((period) => ({ statistic: 'seen-alone', period, outcome: { kind: 'RELEASED', version: 1, releaseId: expect.any(String) } })));
  expect(await publishSettled(releases.unit, [source], AUTUMN)).toEqual([]);
  const early = await releases.asMachine((tx) => publishRelease(tx, source, periodByCode('2018-19 Q3'), AUTUMN));
  expect(early).toEqual({ kind: 'NOT_RELEASED', reason: 'PERIOD_NOT_FINISHED' });
});

test('what is hidden may take longer to work out than a login may leave a transaction idle', async () => {
  let allowed: unknown;
  const asking: typeof source = { ...source, gather: async (tx, period, quarters) => {
    [allowed] = await tx.query(`select current_setting('idle_in_transaction_session_timeout') as ms`);
    return source.gather(tx, period, quarters);
  } };
  await releases.asMachine((tx) => publishRelease(tx, asking, periodByCode(Q1), AUTUMN));
  expect(allowed).toEqual({ ms: '30min' });
});

test('any role that the statistic is for reads it, with what it means; nobody without a login does', async () => {
  const unit = releases.unit(holding('elected_member'));
  const [first, second] = await readRelease(unit, SEEN_ALONE, { ...BY_TEAM, where: { organisation: 't2' } });
  await unit.end();
  expect([first?.period, second?.period, first?.version, first?.asOf, first?.toolVersions]).toEqual([Q1, Q2, 1, '2018-10-20', ['Visit form 2']]);
  // 30 of 42.
  expect(second?.lines.map((line) => shareValue(SEEN_ALONE.measure, line))).toMatchObject([{ share: 30 / 42, numerator: { value: 30, hidden: false }, denominator: { value: 42 }, hidden: false }]);
  const nobodys = releases.unit(nobody('r-1'));
  expect(await readRelease(nobodys, SEEN_ALONE, BY_TEAM)).toEqual([]);
  await nobodys.end();
});

test('a small count is hidden, with its share, and stored nowhere that a reader reaches', async () => {
  const unit = releases.unit(holding('director'));
  const [first] = await readRelease(unit, SEEN_ALONE, { ...BY_TEAM, where: { organisation: 't1' } });
  expect(first?.lines[0]?.counts.get('yes')).toBeNull();
  expect(shareValue(SEEN_ALONE.measure, first!.lines[0]!)).toMatchObject({ share: null, hidden: true, lower: null, numerator: { value: null, hidden: true } });
  expect(await unit.query('select * from release_truth')).toEqual([]);
  await unit.end();
  expect((await cells()).filter(({ value }) => value !== null && value > 0 && value < 6)).toEqual([]);
});

test('a series has a gap where a figure is hidden', async () => {
  const unit = releases.unit(holding('qpa_officer'));
  const tables = await readRelease(unit, SEEN_ALONE, { ...BY_TEAM, where: { organisation: 't1' } });
  await unit.end();
  // The second quarter: 22 of 42.
  expect(seriesOf(tables, { of: 'SHARE' }).points).toEqual([{ period: Q1, value: null, hidden: true }, { period: Q2, value: 22 / 42, hidden: false }]);
});

test('a cut outside the lattice is refused by name, with what can be asked', async () => {
  const unit = releases.unit(holding('director'));
  await expect(readRelease(unit, SEEN_ALONE, { by: { organisation: 'worker' } })).rejects.toMatchObject({
    message: 'TableNotReleased: the statistic seen-alone is not released by these levels together. Ask one of: by-team (organisation by team); by-service (organisation by service); authority (the whole authority).',
    extensions: { code: 'BAD_USER_INPUT' },
  });
  await unit.end();
});

test('too few new facts make no new release, enough do, and the one before stays as it was', async () => {
  const before = await cells();
  facts = [...facts, ...counts(Q2, { t2: [0, 9] })];
  const again = () => releases.asMachine((tx) => publishRelease(tx, source, periodByCode(Q2), AUTUMN));
  expect(await again()).toEqual({ kind: 'NOT_RELEASED', reason: 'STEP_TOO_SMALL' });
  facts = [...facts, ...counts(Q2, { t2: [0, 20] })];
  expect(await again()).toMatchObject({ kind: 'RELEASED', version: 2 });
  expect(await cells()).toEqual(expect.arrayContaining(before));
  const unit = releases.unit(holding('director'));
  const [read] = await readRelease(unit, SEEN_ALONE, { ...BY_TEAM, periods: [Q2] });
  expect(read?.version).toBe(2);
  await unit.end();
});

test('nobody but the reporting machine writes one, nobody changes one, and an act may stand in for the machine', async () => {
  const insert = `insert into release_cell (release_id, table_code, place, category) select id, 'x', '{}', 'all' from release limit 1`;
  const as = (role: 'director' | 'qpa_officer') => releases.unit(holding(role));
  await expect(as('director').command((tx) => tx.query(insert))).rejects.toMatchObject({ code: '42501' });
  await expect(releases.asMachine((tx) => tx.query('update release_cell set value = 1'))).rejects.toMatchObject({ code: '42501' });
  await expect(releases.asMachine((tx) => tx.query('delete from release'))).rejects.toMatchObject({ code: '42501' });
  const done = await as('qpa_officer').command(async (tx) => {
    const released = await asReportingMachine(tx, (machineTx) => publishRelease(machineTx, source, periodByCode(Q1), AUTUMN));
    return { released, after: await tx.query('select * from release_truth') };
  });
  expect(done).toEqual({ released: { kind: 'NOT_RELEASED', reason: 'STEP_TOO_SMALL' }, after: [] });
  const unit = releases.unit(machine('machine_report', 'r-1'));
  expect((await unit.query('select release_id from release_truth')).length).toBe(3);
  await unit.end();
});
