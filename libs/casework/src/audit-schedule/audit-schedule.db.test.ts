import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qaf/identity';
import { Casework, viewer } from '../casework.fixtures';

const SCHEDULE = 'schedule { id version role times per validFrom validTo withWorker source tool { code } }';

describe('the programme of audits', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const send = async (who: Viewer, command: 'setAuditSchedule' | 'endAuditSchedule', input: object) => {
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
    const { data, errors } = await casework.ask(who, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${SCHEDULE} } ... on Problem { code path } } }`, { input: { idempotencyKey: randomUUID(), ...input } });
    return errors[0]?.extensions?.code ?? data[command];
  };
  const set = (more: object, who = casework.psw) => send(who, 'setAuditSchedule', { role: 'team_manager', toolCode: 'child-journey', times: 1, per: 'MONTH', source: 'All managers audit each month', validFrom: '2026-04-01', ...more });
  const on = async (asOf: string) => (await casework.ask(casework.worker, `{ auditSchedules(asOf: "${asOf}") { role times per tool { code } } }`)).data.auditSchedules;

  it('says who audits how many, from a day on, and what held before ends on it', async () => {
    expect(await set({})).toMatchObject({ schedule: { role: 'team_manager', times: 1, per: 'MONTH', validFrom: '2026-04-01', validTo: null, tool: { code: 'child-journey' } } });
    await set({ role: 'director', withWorker: true });
    expect(await set({ times: 2, validFrom: '2026-07-01' })).toMatchObject({ schedule: { times: 2 } });
    const tool = { code: 'child-journey' };
    expect(await on('2026-03-31')).toEqual([]);
    expect(await on('2026-06-30')).toEqual([{ role: 'director', times: 1, per: 'MONTH', tool }, { role: 'team_manager', times: 1, per: 'MONTH', tool }]);
    expect(await on('2026-07-01')).toEqual([{ role: 'director', times: 1, per: 'MONTH', tool }, { role: 'team_manager', times: 2, per: 'MONTH', tool }]);
  });

  it('is not dated back, does not overlap, and names a role, a tool and a source that are there', async () => {
    expect(await set({ validFrom: '2026-06-30' })).toMatchObject({ code: 'AuditScheduleOverlaps', path: ['validFrom'] });
    expect(await set({ role: 'iro', validFrom: '2026-03-17' })).toMatchObject({ code: 'InputInvalid', path: ['validFrom'] });
    expect(await set({ role: 'wizard' })).toMatchObject({ code: 'InputInvalid', path: ['role'] });
    expect(await set({ role: 'iro', toolCode: 'none' })).toMatchObject({ code: 'NotFound', path: ['toolCode'] });
    for (const [more, path] of [[{ times: 0 }, 'times'], [{ per: 'DECADE' }, 'per'], [{ kind: 'X' }, 'kind'], [{ source: ' ' }, 'source']] as const) expect(await set({ role: 'iro', ...more })).toMatchObject({ code: 'InputInvalid', path: [path] });
  });

  it('ends on a day that is not past', async () => {
    const { schedule } = await set({ role: 'service_manager' });
    const end = (more: object) => send(casework.qpa, 'endAuditSchedule', { scheduleId: schedule.id, version: schedule.version, endsOn: '2026-09-01', ...more });
    expect(await end({ endsOn: '2026-04-01' })).toMatchObject({ code: 'InputInvalid', path: ['endsOn'] });
    expect(await end({ version: 7 })).toMatchObject({ code: 'AuditScheduleVersionStale' });
    expect(await end({})).toMatchObject({ schedule: { validTo: '2026-09-01', version: 2 } });
  });

  it('is said by the Principal Social Worker and QPA alone', async () => {
    for (const role of ['practitioner', 'team_manager', 'service_manager', 'head_of_service', 'director', 'principal_iro', 'compass_service_manager', 'administrator'] as const) expect([role, await set({ role: 'iro' }, viewer(role))]).toEqual([role, 'FORBIDDEN']);
  });
});
