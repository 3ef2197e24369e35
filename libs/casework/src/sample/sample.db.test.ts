import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { Casework, shown, viewer } from '../casework.fixtures';
import { draw } from './draw.rules';
import { type Answered, Sampling } from './sample.fixtures';

describe('a sample', () => {
  let casework: Casework;
  let sampling: Sampling;
  let everybody: Viewer[];
  const reasons = (sample: Answered) => Object.fromEntries(sample.cases.map((one: Answered) => [one.child.id, one.excludedBecause]));
  const drawn = (sample: Answered) => sample.cases.filter((one: Answered) => one.place !== null).map((one: Answered) => one.child.id);
  const uuid = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] as string;

  beforeAll(async () => {
    casework = await Casework.open();
    sampling = new Sampling(casework);
    everybody = [casework.southManager, casework.manager];
    for (const kind of ['CP', 'CP', 'CP', 'CIN', 'CIN']) await sampling.child(kind);
    for (const kind of ['LAC', 'LAC', 'CIN', 'EARLY_HELP']) await sampling.child(kind, { worker: casework.southWorker.personId, team: casework.south });
  }, 60_000);
  afterAll(() => casework.close());

  it('is drawn by quality from the cases open today, and keeps its frame, seed and draw', async () => {
    const closed = await casework.child();
    await sampling.episode(closed, 'CP', '2025-01-01', '2026-03-18');
    const both = await sampling.child('CIN');
    await sampling.episode(both, 'LAC', '2026-01-01');
    const sample = await sampling.draw(casework.qpa, everybody, { method: 'RANDOM', size: 4 });
    expect(sample).toMatchObject({ method: 'RANDOM', seed: 7, generator: 'xoroshiro128plus/1', frameSize: 10, drawnCount: 4, drawnOn: '2026-03-18', replay: { agrees: true, frameDigest: sample.frameDigest } });
    expect(sample.cases.find((one: Answered) => one.child.id === shown('Child', both))).toMatchObject({ planType: 'LAC' });
    expect(sample.cases.map((one: Answered) => one.child.id)).not.toContain(shown('Child', closed));
    expect(sample.strata.reduce((sum: number, one: Answered) => sum + one.drawn, 0)).toBe(4);
    expect(sample.strata.reduce((sum: number, one: Answered) => sum + one.eligible, 0)).toBe(10);
    const again = await sampling.draw(casework.psw, everybody, { method: 'RANDOM', size: 4 });
    expect(drawn(again)).toEqual(drawn(sample));
  });

  it('comes out the same elsewhere, from what was kept alone', async () => {
    const sample = await sampling.draw(casework.qpa, everybody, { method: 'RANDOM', size: 5, seed: 20_180_401 });
    const kept = await casework.behind<{ key: string; team: string; plan: string; excluded: string | null; place: number | null }>(
      'select case_key as key, team_id as team, plan_type as plan, excluded, place from casework.sample_case where sample_id = $1 order by random()',
      [uuid(sample.id)],
    );
    const places = kept.filter((one) => one.place !== null).sort((one, other) => (one.place ?? 0) - (other.place ?? 0));
    expect(draw(kept, { method: 'RANDOM', size: 5 }, sample.seed).keys).toEqual(places.map((one) => one.key));
    // A frame that somebody with the owner's rights has changed no longer agrees.
    await casework.behind(`update casework.sample_case set plan_type = 'CARE_LEAVER' where sample_id = $1 and place is null`, [uuid(sample.id)]);
    expect((await sampling.read(casework.qpa, sample.id)).replay.agrees).toBe(false);
  });

  it('leaves out what was audited lately, and what none of its auditors may audit', async () => {
    const lately = await sampling.child('CP');
    const before = await sampling.child('CP');
    const audit = (child: string, on: string) => casework.sql(casework.machine, `insert into audit (child_id, tool_version_id, auditor_id, worker_id, team_id, kind, allocated_on, due_on, period)
      select $1, v.id, $2, $3, $4, 'CHILD_JOURNEY', $5, $5, '2025-09' from audit_tool_version v where state = 'PUBLISHED'`, [child, casework.southManager.personId, casework.worker.personId, casework.north, on]);
    // 180 days before 18 March 2026 is 19 September 2025.
    await audit(lately, '2025-09-19');
    await audit(before, '2025-09-18');
    const sample = await sampling.draw(casework.qpa, [casework.manager]);
    expect(reasons(sample)).toMatchObject({ [shown('Child', lately)]: 'AUDITED_LATELY', [shown('Child', before)]: 'ONLY_LINE_MANAGERS' });
    expect(drawn(sample)).toHaveLength(4);
    expect(reasons(await sampling.draw(casework.qpa, [casework.manager], { withWorker: true }))).toMatchObject({ [shown('Child', before)]: null });
    expect(reasons(await sampling.draw(casework.qpa, [casework.worker]))).toMatchObject({ [shown('Child', before)]: 'ONLY_LINE_MANAGERS' });
    expect(reasons(await sampling.draw(casework.qpa, everybody, { auditedWithinDays: 0 }))).toMatchObject({ [shown('Child', lately)]: null });
  });

  it('is taken by quota, and says where one could not be filled', async () => {
    const quotas = [{ planType: 'LAC', size: 2 }, { teamId: shown('Team', casework.south), planType: 'EARLY_HELP', size: 5 }];
    const sample = await sampling.draw(casework.qpa, everybody, { method: 'QUOTA', quotas });
    expect(sample.strata).toMatchObject([{ team: null, planType: 'LAC', wanted: 2, drawn: 2 }, { team: { id: shown('Team', casework.south) }, planType: 'EARLY_HELP', eligible: 1, wanted: 5, drawn: 1 }]);
    expect(sample.replay.agrees).toBe(true);
  });

  it('is drawn by the heads of a stream in their stream alone, and seen by them and by quality', async () => {
    const compass = await sampling.somebody('compass_service_manager', { teams: [casework.south], workers: [casework.southWorker.personId] });
    const own = await sampling.draw(compass, [casework.manager]);
    expect(own).toMatchObject({ frameSize: 4 });
    expect(await sampling.draw(casework.principalIro, [casework.manager])).toMatchObject({ code: 'SampleFrameEmpty' });
    expect((await sampling.draw(casework.principalIro, [casework.iro])).frameSize).toBeGreaterThan(4);
    for (const who of [compass, casework.qpa, casework.psw]) expect((await sampling.read(who, own.id)).cases.totalCount).toBe(4);
    for (const who of [casework.principalIro, viewer('early_help_service_manager', { teams: [casework.south] })]) expect(await sampling.read(who, own.id)).toBeNull();
    for (const role of ['practitioner', 'senior_social_worker', 'iro', 'team_manager', 'service_manager', 'head_of_service', 'director', 'administrator', 'hr_officer'] as const) {
      await expect(sampling.draw(viewer(role), [casework.manager])).rejects.toThrow('FORBIDDEN');
      await expect(sampling.read(viewer(role), own.id)).rejects.toThrow('FORBIDDEN');
    }
  });

  it('hides a child that was locked since, and says that nobody can replay it then', async () => {
    const sample = await sampling.draw(casework.qpa, everybody);
    const [hidden] = await casework.behind<{ child: string }>('select child_id as child from casework.sample_case where sample_id = $1 and place is not null limit 1', [uuid(sample.id)]);
    await casework.sql(casework.machine, `insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, true, $2::uuid[], now())`, [hidden?.child, [casework.head.personId]]);
    const seen = await sampling.read(casework.qpa, sample.id);
    expect(seen).toMatchObject({ replay: { agrees: null, frameDigest: null }, cases: { totalCount: sample.drawnCount - 1 } });
    expect(JSON.stringify(seen)).not.toContain(shown('Child', hidden?.child as string));
  });

  it('follows a child whose records become one, and still replays', async () => {
    const [one, other] = [await sampling.child('CARE_LEAVER'), await casework.child()];
    const sample = await sampling.draw(casework.qpa, everybody, { planTypes: ['CARE_LEAVER'] });
    const input = { idempotencyKey: randomUUID(), keepId: shown('Child', other), version: 1, mergeId: shown('Child', one), mergeVersion: 1, reason: 'Entered twice' };
    const { data } = await casework.ask(casework.qpa, 'mutation M($input: MergeChildrenInput!) { mergeChildren(input: $input) { __typename } }', { input });
    expect(data.mergeChildren.__typename).toBe('MergeChildrenSuccess');
    const seen = await sampling.read(casework.qpa, sample.id);
    expect(seen.replay.agrees).toBe(true);
    expect(seen.cases.edges.map(({ node }: Answered) => node.child.id)).toEqual([shown('Child', other)]);
  });

  it.each([
    [{ method: 'LOTTERY' }, 'method'], [{ method: 'RANDOM' }, 'size'], [{ size: 3 }, 'size'], [{ method: 'RANDOM', size: 0 }, 'size'], [{ method: 'QUOTA' }, 'quotas'], [{ method: 'QUOTA', quotas: [] }, 'quotas'],
    [{ method: 'QUOTA', quotas: [{ planType: 'XX', size: 1 }] }, 'quotas.0.planType'], [{ planTypes: ['REFERRAL'] }, 'planTypes'], [{ seed: -1 }, 'seed'], [{ auditedWithinDays: -1 }, 'auditedWithinDays'], [{ title: ' ' }, 'title'], [{ kind: 'OTHER' }, 'kind'],
  ])('is refused for %j', async (more, path) => {
    expect(await sampling.draw(casework.qpa, everybody, more)).toMatchObject({ code: 'InputInvalid', path: path.split('.') });
  });

  it('is refused for a tool, a team or an auditor that is not there', async () => {
    expect(await sampling.draw(casework.qpa, everybody, { toolCode: 'none' })).toMatchObject({ code: 'NotFound', path: ['toolCode'] });
    expect(await sampling.draw(casework.qpa, [viewer('team_manager')])).toMatchObject({ code: 'NotFound', path: ['auditorIds', '0'] });
    expect(await sampling.draw(casework.qpa, everybody, { teamIds: [globalId('Worker', casework.north)] })).toMatchObject({ code: 'NotFound', path: ['teamIds', '0'] });
    expect(await sampling.draw(casework.qpa, everybody, { teamIds: [globalId('Team', randomUUID())] })).toMatchObject({ code: 'SampleFrameEmpty' });
  });

  it('never changes, by the application’s own login either, and without a viewer there is none', async () => {
    for (const sql of [`update sample set seed = 1`, 'delete from sample', `update sample_case set place = null`, `update sample_case set case_key = gen_random_uuid()`, 'delete from sample_case']) {
      await expect(casework.sql(casework.qpa, sql)).rejects.toMatchObject({ code: '42501' });
    }
    const [one] = await casework.behind<{ id: string }>('select id from casework.sample where drawn_by = $1 limit 1', [casework.qpa.personId]);
    const child = await casework.child();
    const add = `insert into sample_case (sample_id, case_key, child_id, plan_type) values ($1, $2, $2, 'CP')`;
    await expect(casework.sql(casework.psw, add, [one?.id, child])).rejects.toMatchObject({ code: '42501' });
    const nobody = viewer('practitioner', { grants: [], personId: '', workerId: null });
    for (const table of ['sample', 'sample_case', 'audit_schedule', 'audit_reallocation', 'audit_reminder']) expect(await casework.sql(nobody, `select 1 from ${table}`)).toEqual([]);
  });
});
