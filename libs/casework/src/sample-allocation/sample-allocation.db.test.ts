import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { Casework, shown, viewer } from '../casework.fixtures';
import { type Answered, Sampling } from '../sample/sample.fixtures';

describe('the cases of a sample are given out', () => {
  let casework: Casework;
  let sampling: Sampling;
  let auditors: Viewer[];

  beforeAll(async () => {
    casework = await Casework.open();
    sampling = new Sampling(casework);
    auditors = await Promise.all(Array.from({ length: 3 }, () => sampling.somebody()));
  }, 60_000);
  afterAll(() => casework.close());

  const give = (sampleId: string, among: (Viewer | [Viewer, string])[], more: object = { dueInWorkingDays: 10 }, who = casework.qpa) => {
    const named = among.map((one) => (Array.isArray(one) ? { auditorId: globalId('Worker', one[0].personId), role: one[1] } : { auditorId: globalId('Worker', one.personId) }));
    return sampling.send(who, 'allocateSample', { sampleId, auditors: named, ...more });
  };
  const audits = (result: Answered): Answered[] => result.sample.cases.edges.map(({ node }: Answered) => node.audit).filter((audit: Answered) => audit !== null);
  const numbers = (result: Answered, of: Viewer[]) => of.map((one) => audits(result).filter((audit) => audit.auditor.id === shown('Worker', one.personId)).length);
  /** As many children of the worker, of a plan type of their own so that a sample holds nothing else. */
  const sampleOf = async (count: number, planType: string, worker = casework.worker.personId) => {
    for (let left = count; left > 0; left -= 1) await sampling.child(planType, { worker });
    return sampling.draw(casework.qpa, auditors, { planTypes: [planType], auditedWithinDays: 1 });
  };

  it('evenly, due in working days, each audit counting for the month it is due in', async () => {
    const sample = await sampleOf(6, 'LAC');
    const result = await give(sample.id, auditors);
    expect(result).toMatchObject({ allocated: 6, leftOver: 0 });
    expect(numbers(result, auditors)).toEqual([2, 2, 2]);
    // Ten working days after Wednesday 18 March 2026: 19, 20, 23 to 27, 30, 31 March and 1 April.
    expect(new Set(audits(result).map(({ dueOn, period }) => `${dueOn} ${period}`))).toEqual(new Set(['2026-04-01 2026-04']));
    expect(await give(sample.id, auditors)).toMatchObject({ allocated: 0, leftOver: 0 });
  });

  it('by what the schedule asks of a role, and by what somebody has in the month already', async () => {
    const set = (role: string, times: number) => casework.ask(casework.psw, 'mutation M($input: SetAuditScheduleInput!) { setAuditSchedule(input: $input) { __typename } }', {
      input: { idempotencyKey: randomUUID(), role, toolCode: 'child-journey', times, per: 'MONTH', source: 'The programme', validFrom: '2026-03-18' },
    });
    await set('qpa_officer', 4);
    await set('team_manager', 1);
    const fresh = await Promise.all([sampling.somebody(), sampling.somebody(), sampling.somebody()]) as [Viewer, Viewer, Viewer];
    const first = await sampleOf(6, 'CP');
    const byRole: [Viewer, string][] = [[fresh[0], 'team_manager'], [fresh[1], 'team_manager'], [fresh[2], 'qpa_officer']];
    expect(numbers(await give(first.id, byRole), fresh)).toEqual([1, 1, 4]);
    const next = await sampling.somebody();
    const second = await sampleOf(3, 'CIN');
    // One has one for April already and the other none: of three more, one and two, so that each has two.
    expect(numbers(await give(second.id, [[fresh[0], 'team_manager'], [next, 'team_manager']]), [fresh[0], next])).toEqual([1, 2]);
  });

  it('never to who holds the case or manages its worker as of now, and those that nobody may have wait for others', async () => {
    const worker = await sampling.somebody('practitioner');
    await casework.told('workforce.worker.moved.v1', { workerId: worker.personId, teamId: casework.north, serviceId: casework.service, managerId: auditors[0]?.personId }, '2026-03-01T00:00:00Z');
    const sample = await sampleOf(3, 'CARE_LEAVER', worker.personId);
    expect(sample.drawnCount).toBe(3);
    expect(await give(sample.id, [auditors[0] as Viewer])).toMatchObject({ allocated: 0, leftOver: 3 });
    const result = await give(sample.id, auditors.slice(0, 2));
    expect(result).toMatchObject({ allocated: 3, leftOver: 0 });
    expect(numbers(result, auditors.slice(0, 2))).toEqual([0, 3]);
  });

  it('once, when two give them out at the same moment', async () => {
    await casework.sql(casework.qpa, `update audit set state = 'WITHDRAWN', withdrawn_reason = 'x', version = version + 1 where state <> 'WITHDRAWN'`);
    const sample = await sampling.draw(casework.qpa, auditors, { planTypes: ['LAC'], auditedWithinDays: 0 });
    const both = await Promise.all([give(sample.id, auditors), give(sample.id, auditors)]);
    expect(both.map((one) => one.allocated).sort()).toEqual([0, 6]);
  });

  it('with the child and the audit seen by the auditor from then on', async () => {
    const sample = await sampling.draw(casework.qpa, auditors, { planTypes: ['CIN'], auditedWithinDays: 0 });
    const only = await sampling.somebody();
    const [audit] = audits(await give(sample.id, [only]));
    const seen = await casework.ask(only, 'query Q($id: ID!) { audit(id: $id) { state child { id } } }', { id: audit.id });
    expect(seen.data.audit).toMatchObject({ state: 'ALLOCATED', child: { id: expect.any(String) } });
  });

  it('by the heads of a stream for samples of their own, and by nobody else', async () => {
    const sample = await sampling.draw(casework.qpa, auditors, { planTypes: ['CP'], auditedWithinDays: 0 });
    const compass = viewer('compass_service_manager', { teams: [casework.north] });
    expect(await give(sample.id, auditors, undefined, compass)).toMatchObject({ __typename: 'NotFound', path: ['sampleId'] });
    for (const role of ['practitioner', 'team_manager', 'service_manager', 'head_of_service', 'director'] as const) await expect(give(sample.id, auditors, undefined, viewer(role))).rejects.toThrow('FORBIDDEN');
  });

  it('and is refused for a due day that cannot be', async () => {
    const sample = await sampling.draw(casework.qpa, auditors, { planTypes: ['CP'], auditedWithinDays: 0 });
    expect(await give(sample.id, auditors, {})).toMatchObject({ code: 'InputInvalid', path: ['dueOn'] });
    expect(await give(sample.id, auditors, { dueOn: '2026-04-01', dueInWorkingDays: 3 })).toMatchObject({ code: 'InputInvalid', path: ['dueOn'] });
    expect(await give(sample.id, auditors, { dueOn: '2026-03-17' })).toMatchObject({ code: 'InputInvalid', path: ['dueOn'] });
    expect(await give(sample.id, auditors, { dueInWorkingDays: 0 })).toMatchObject({ code: 'InputInvalid', path: ['dueInWorkingDays'] });
    expect(await give(sample.id, auditors, { dueOn: '2026-04-01', period: '2026-13' })).toMatchObject({ code: 'InputInvalid', path: ['period'] });
    expect(await give(sample.id, [auditors[0] as Viewer, auditors[0] as Viewer])).toMatchObject({ code: 'InputInvalid', path: ['auditors'] });
  });
});
