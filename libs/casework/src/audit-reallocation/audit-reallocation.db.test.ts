import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { answers, AuditLife, done } from '../audit/audit.fixtures';
import { Casework, shown, viewer } from '../casework.fixtures';

const READ = `query Q($id: ID!) { audit(id: $id) { state dueOn overdueWorkingDays auditor { id } answers { questionKey answeredBy { id } } reallocations { onDay reason from { id } to { id } by { id } } reminders { kind remindedOn dueOn } } }`;

describe('an audit goes to another auditor', () => {
  let casework: Casework;
  let life: AuditLife;
  const worker = (who: Viewer) => ({ id: shown('Worker', who.personId) });
  const read = async (who: Viewer, id: string) => (await casework.ask(who, READ, { id })).data.audit;
  const reallocate = (who: Viewer, audit: { id: string; version: number }, to: Viewer, more: object = {}) =>
    life.step(who, 'reallocateAudit', { auditId: audit.id, version: audit.version, auditorId: globalId('Worker', to.personId), reason: 'Away until May.', ...more });

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
  }, 60_000);
  afterAll(() => casework.close());

  it('with the answers there are, and the one before meets neither it nor the child any more', async () => {
    const child = await casework.child();
    const audit = await life.started(child);
    const saved = done(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers: answers('GOOD').slice(0, 1) }));
    const moved = done(await reallocate(casework.qpa, saved, casework.senior, { dueOn: '2026-04-20' }));
    expect(moved).toMatchObject({ state: 'IN_PROGRESS', dueOn: '2026-04-20', version: saved.version + 1 });
    expect(await read(casework.senior, audit.id)).toMatchObject({
      auditor: worker(casework.senior),
      answers: [{ questionKey: 'voice-evident', answeredBy: worker(casework.southManager) }],
      reallocations: [{ onDay: '2026-03-18', reason: 'Away until May.', from: worker(casework.southManager), to: worker(casework.senior), by: worker(casework.qpa) }],
    });
    expect(await read(casework.southManager, audit.id)).toBeNull();
    expect((await casework.ask(casework.southManager, 'query Q($id: ID!) { child(id: $id) { id } }', { id: shown('Child', child) })).data.child).toBeNull();
    expect((await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: moved.version, answers: answers('GOOD').slice(0, 1) })).__typename).toBe('NotFound');
    const back = done(await reallocate(casework.psw, moved, casework.southManager));
    expect((await read(casework.southManager, audit.id)).reallocations.map((one: { to: object }) => one.to)).toEqual([worker(casework.senior), worker(casework.southManager)]);
    expect(done(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: back.version, answers: answers('GOOD').slice(1, 2) }))).toMatchObject({ state: 'IN_PROGRESS' });
  });

  it('never to the worker, their manager, who has it already, or who has left; with a reason, and before it is submitted', async () => {
    const audit = await life.allocated(await casework.child());
    expect(await reallocate(casework.qpa, audit, casework.worker)).toMatchObject({ code: 'AuditorIsWorker', path: ['auditorId'] });
    expect(await reallocate(casework.qpa, audit, casework.manager)).toMatchObject({ code: 'AuditorManagesWorker', path: ['auditorId'] });
    expect(await reallocate(casework.qpa, audit, casework.southManager)).toMatchObject({ code: 'InputInvalid', path: ['auditorId'] });
    expect(await reallocate(casework.qpa, audit, viewer('team_manager'))).toMatchObject({ code: 'NotFound', path: ['auditorId'] });
    expect(await reallocate(casework.qpa, audit, casework.senior, { reason: ' ' })).toMatchObject({ code: 'InputInvalid', path: ['reason'] });
    expect(await reallocate(casework.qpa, audit, casework.senior, { dueOn: '2026-03-17' })).toMatchObject({ code: 'InputInvalid', path: ['dueOn'] });
    expect(await reallocate(casework.qpa, { ...audit, version: 9 }, casework.senior)).toMatchObject({ code: 'AuditVersionStale' });
    const submitted = await life.submitted(await casework.child());
    expect(await reallocate(casework.qpa, submitted, casework.senior)).toMatchObject({ code: 'AuditStateWrong' });
    const leaver = viewer('team_manager');
    await casework.told('workforce.worker.moved.v1', { workerId: leaver.personId, teamId: casework.south }, '2020-01-01T00:00:00Z');
    await casework.told('workforce.worker.left.v1', { workerId: leaver.personId, leftOn: '2026-03-01' }, '2026-03-01T00:00:00Z');
    expect(await reallocate(casework.qpa, audit, leaver)).toMatchObject({ code: 'AuditorHasLeft' });
  });

  it('within their own stream for its heads, and never by anyone else', async () => {
    const audit = await life.allocated(await casework.child({ team: casework.south, worker: casework.southWorker.personId }), { auditorId: globalId('Worker', casework.manager.personId) });
    const compass = viewer('compass_service_manager', { teams: [casework.north] });
    expect(await reallocate(compass, audit, casework.senior)).toMatchObject({ __typename: 'NotFound' });
    const own = viewer('early_help_service_manager', { teams: [casework.south] });
    expect(done(await reallocate(own, audit, casework.senior))).toMatchObject({ state: 'ALLOCATED' });
    for (const role of ['practitioner', 'team_manager', 'service_manager', 'head_of_service', 'director', 'iro'] as const) await expect(reallocate(viewer(role), audit, casework.senior)).rejects.toThrow('FORBIDDEN');
  });

  it('is remembered: each auditor once when it is due soon, and once when it is overdue', async () => {
    await casework.sql(casework.qpa, `update audit set state = 'WITHDRAWN', withdrawn_reason = 'x', version = version + 1 where state in ('ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS')`);
    const remind = async (who = casework.qpa) => (await casework.ask(who, 'mutation M($input: RemindAuditorsInput!) { remindAuditors(input: $input) { ... on RemindAuditorsSuccess { reminded } } }', { input: { idempotencyKey: randomUUID() } })).data.remindAuditors;
    const soon = await life.allocated(await casework.child(), { dueOn: '2026-03-25' });
    await life.allocated(await casework.child(), { dueOn: '2026-03-26' });
    // From Wednesday 18 March there are five working days to Wednesday 25 and six to Thursday 26.
    expect(await remind()).toEqual({ reminded: 1 });
    expect(await remind()).toEqual({ reminded: 0 });
    expect(await read(casework.southManager, soon.id)).toMatchObject({ overdueWorkingDays: 0, reminders: [{ kind: 'DUE_SOON', remindedOn: '2026-03-18', dueOn: '2026-03-25' }] });
    casework.now = new Date('2026-03-27T10:00:00Z');
    expect(await remind(casework.principalIro)).toEqual({ reminded: 0 });
    expect(await remind()).toEqual({ reminded: 2 });
    expect(await read(casework.southManager, soon.id)).toMatchObject({ overdueWorkingDays: 2, reminders: [{ kind: 'DUE_SOON' }, { kind: 'OVERDUE', remindedOn: '2026-03-27' }] });
    const told = await casework.behind(`select data from casework_queue.outgoing where type = 'casework.audit.reminded.v1' order by sequence limit 1`);
    expect(told).toEqual([{ data: { auditId: Buffer.from(soon.id, 'base64url').toString().split(':')[1], auditorId: casework.southManager.personId, kind: 'DUE_SOON', dueOn: '2026-03-25', remindedOn: '2026-03-18' } }]);
    const { data } = await casework.ask(casework.manager, '{ audits(filter: { open: true, dueBefore: "2026-03-27" }) { totalCount edges { node { dueOn overdueWorkingDays } } } }');
    expect(data.audits.edges.map(({ node }: { node: object }) => node)).toEqual([{ dueOn: '2026-03-25', overdueWorkingDays: 2 }, { dueOn: '2026-03-26', overdueWorkingDays: 1 }]);
    casework.now = new Date('2026-03-18T10:00:00Z');
  });
});
