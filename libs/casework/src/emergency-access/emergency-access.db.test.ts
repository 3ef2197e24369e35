import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qaf/identity';
import { AuditLife } from '../audit/audit.fixtures';
import { Casework, shown, viewer } from '../casework.fixtures';

const BEYOND = `mutation M($input: SeeBeyondInput!) { seeBeyond(input: $input) { __typename
  ... on SeeBeyondSuccess { access { id reason childId worker { id } grantedAt until } child { id caseReference } } ... on Problem { code path message } } }`;

describe('seeing beyond one’s rows in an emergency', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const beyond = async (who: Viewer, input: object) => {
    const { data, errors } = await casework.ask(who, BEYOND, { input: { idempotencyKey: randomUUID(), reason: 'Police have found the child at the station', ...input } });
    expect(errors).toEqual([]);
    return data.seeBeyond;
  };
  const sees = async (who: Viewer, child: string) => (await casework.sql(who, 'select from child where id = $1', [child])).length === 1;
  const referenceOf = async (child: string) => (await casework.behind<{ reference: string }>('select case_reference as reference from casework.child where id = $1', [child]))[0]?.reference;

  it('shows a manager the child for a day, and nobody else', async () => {
    const child = await casework.child();
    const { southManager, southWorker } = casework;
    expect(await sees(southManager, child)).toBe(false);
    const result = await beyond(southManager, { caseReference: await referenceOf(child) });
    expect(result).toMatchObject({ __typename: 'SeeBeyondSuccess', access: { reason: 'Police have found the child at the station', childId: shown('Child', child), worker: { id: shown('Worker', southManager.personId) } }, child: { id: shown('Child', child) } });
    expect(Date.parse(result.access.until) - Date.parse(result.access.grantedAt)).toBe(24 * 60 * 60 * 1000);
    expect([await sees(southManager, child), await sees(southWorker, child)]).toEqual([true, false]);
    await casework.behind(`update casework.emergency_access set until = now() - interval '1 second' where child_id = $1`, [child]);
    expect(await sees(southManager, child)).toBe(false);
  });

  it('shows the child and its journey, and neither audits nor other children', async () => {
    const child = await casework.child();
    const other = await casework.child();
    await new AuditLife(casework).submitted(child);
    await casework.sql(casework.machine, `insert into episode (child_id, kind, source, source_key) values ($1, 'CIN', 't', 'e1')`, [child]);
    const manager = viewer('service_manager');
    await beyond(manager, { childId: shown('Child', child) });
    const counts = async (table: string) => (await casework.sql(manager, `select from ${table} where child_id = $1`, [child])).length;
    expect([await counts('episode'), await counts('audit'), await sees(manager, other)]).toEqual([1, 0, false]);
  });

  it('is told to the others in ids and moments, without the reason', async () => {
    const child = await casework.child();
    const manager = viewer('team_manager');
    const { access } = await beyond(manager, { childId: shown('Child', child) });
    const [event] = await casework.behind<{ data: object }>(`select data from casework_queue.outgoing where type = 'casework.access.extended.v1' and data ->> 'childId' = $1`, [child]);
    expect(event?.data).toMatchObject({ childId: child, workerId: manager.personId });
    expect(shown('EmergencyAccess', (event?.data as { grantId: string }).grantId)).toBe(access.id);
    expect(JSON.stringify(event)).not.toContain('Police');
    const record = await casework.behind('select operation, action from casework.access_record where person_id = $1 and operation = $2', [manager.personId, 'CHANGE']);
    expect(record).toEqual([{ operation: 'CHANGE', action: 'seeBeyond' }]);
  });

  it('overrides no lock: a locked child reads as one that never was, before and after', async () => {
    const child = await casework.child({ locked: [casework.head.personId] });
    const manager = viewer('director');
    const absent = await beyond(manager, { childId: shown('Child', randomUUID()) });
    expect(absent).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
    expect(await beyond(manager, { childId: shown('Child', child) })).toEqual(absent);
    expect(await beyond(manager, { caseReference: await referenceOf(child) })).toEqual({ ...absent, path: ['caseReference'] });
    const later = await casework.child();
    await beyond(manager, { childId: shown('Child', later) });
    await casework.sql(casework.machine, `insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, true, '{}', now())`, [later]);
    expect(await sees(manager, later)).toBe(false);
  });

  it('is asked with a reason, for one child that the manager does not see yet', async () => {
    const child = await casework.child();
    const childId = shown('Child', child);
    expect(await beyond(casework.manager, { childId })).toMatchObject({ __typename: 'InputInvalid', path: ['childId'] });
    expect(await beyond(casework.southManager, { childId, reason: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    expect(await beyond(casework.southManager, {})).toMatchObject({ __typename: 'InputInvalid' });
    expect(await beyond(casework.southManager, { childId, caseReference: 'C0001' })).toMatchObject({ __typename: 'InputInvalid' });
    for (const role of ['practitioner', 'senior_social_worker', 'qpa_officer', 'information_governance_officer', 'administrator', 'chief_executive'] as const) {
      const { errors } = await casework.ask(viewer(role), BEYOND, { input: { idempotencyKey: randomUUID(), childId, reason: 'x' } });
      expect([role, errors[0]?.extensions]).toEqual([role, { code: 'FORBIDDEN' }]);
    }
  });

  it('is given by the database to nobody else, for no longer and for no other person', async () => {
    const child = await casework.child();
    const insert = (who: Viewer, worker: string, until: string) =>
      casework.sql(who, `insert into emergency_access (id, child_id, worker_id, until, reason) values (gen_random_uuid(), $1, $2, ${until}, 'x')`, [child, worker]);
    const { manager, worker } = casework;
    await expect(insert(manager, manager.personId, `now() + interval '2 days'`)).rejects.toMatchObject({ code: '42501' });
    await expect(insert(manager, worker.personId, `now() + interval '1 hour'`)).rejects.toMatchObject({ code: '42501' });
    await expect(insert(worker, worker.personId, `now() + interval '1 hour'`)).rejects.toMatchObject({ code: '42501' });
    await expect(casework.sql(manager, `update emergency_access set until = now() + interval '9 days'`)).rejects.toMatchObject({ code: '42501' });
  });
});
