import { randomUUID } from 'node:crypto';
import { AuditLife } from '../audit/audit.fixtures';
import { Casework, shown, viewer } from '../casework.fixtures';
import type { Viewer } from '@qaf/identity';

const LOCK = `mutation M($input: LockChildInput!) { lockChild(input: $input) { __typename
  ... on LockChildSuccess { lock { id version reason lockedBy { id } allowed { id } } child { locked version } } ... on Problem { code path } } }`;
const UNLOCK = `mutation M($input: UnlockChildInput!) { unlockChild(input: $input) { __typename ... on UnlockChildSuccess { child { locked } } ... on Problem { code path } } }`;
const LOCKS = '{ childLocks { totalCount edges { node { id version reason child { id } } } } }';

describe('a lock on a child’s record', () => {
  let casework: Casework;
  let director: Viewer;

  beforeAll(async () => {
    casework = await Casework.open();
    director = viewer('director', { teams: [casework.north, casework.south], workers: [casework.worker.personId, casework.iro.personId] });
    await casework.told('workforce.worker.moved.v1', { workerId: director.personId, teamId: null, serviceId: null, managerId: null }, '2020-01-01T00:00:00Z');
  }, 60_000);
  afterAll(() => casework.close());

  const send = async (who: Viewer, mutation: string, input: object) => {
    const { data, errors } = await casework.ask(who, mutation, { input: { idempotencyKey: randomUUID(), reason: 'A relative works in the team', ...input } });
    expect(errors).toEqual([]);
    return data.lockChild ?? data.unlockChild;
  };
  const lock = (who: Viewer, child: string, allowed: Viewer[], more: object = {}) =>
    send(who, LOCK, { childId: shown('Child', child), version: 1, allowed: allowed.map((one) => shown('Worker', one.personId)), ...more });
  const seen = async (who: Viewer, child: string) => (await casework.ask(who, 'query Q($id: ID!) { child(id: $id) { locked } }', { id: shown('Child', child) })).data.child;

  it('leaves the child, its episodes and its audits to the named and to whoever locked it', async () => {
    const child = await casework.child();
    const life = new AuditLife(casework);
    await life.submitted(child);
    const result = await lock(casework.head, child, [casework.colleague]);
    expect(result).toMatchObject({ __typename: 'LockChildSuccess', lock: { version: 1, reason: 'A relative works in the team', lockedBy: { id: shown('Worker', casework.head.personId) } }, child: { locked: true, version: 2 } });
    expect(result.lock.allowed).toHaveLength(2);
    for (const who of [casework.head, casework.colleague]) expect(await seen(who, child)).toEqual({ locked: true });
    for (const who of [casework.worker, casework.manager, casework.iro, casework.principalIro, casework.psw, casework.qpa, casework.southManager, director]) expect([who.displayName, await seen(who, child)]).toEqual([who.displayName, null]);
    const audits = async (who: Viewer) => (await casework.sql(who, 'select from audit where child_id = $1', [child])).length;
    expect([await audits(casework.head), await audits(casework.qpa), await audits(casework.southManager), await audits(casework.manager)]).toEqual([1, 0, 0, 0]);
    expect(await audits(casework.colleague)).toBe(1);
    const { data } = await casework.ask(casework.colleague, 'query Q($id: ID!) { child(id: $id) { audits { totalCount edges { node { grade answers { questionKey } } } } } audits { totalCount } }', { id: shown('Child', child) });
    expect(data).toMatchObject({ child: { audits: { totalCount: 1 } }, audits: { totalCount: 1 } });
    expect(data.child.audits.edges[0].node.answers.length).toBeGreaterThan(0);
    // They read; who may write is as it was.
    expect(await casework.sql(casework.colleague, `update audit set strengths = 'x' where child_id = $1 returning id`, [child])).toEqual([[], 0]);
  });

  it('names a worker whose practice an audit is about, who reads it no sooner for that', async () => {
    const child = await casework.child();
    await new AuditLife(casework).submitted(child);
    await lock(casework.head, child, [casework.worker]);
    expect(await seen(casework.worker, child)).toEqual({ locked: true });
    expect(await casework.sql(casework.worker, 'select from audit where child_id = $1', [child])).toEqual([]);
    await casework.behind(`update casework.audit set feedback_given_on = '2026-03-01' where child_id = $1`, [child]);
    expect(await casework.sql(casework.worker, 'select from audit where child_id = $1', [child])).toHaveLength(1);
  });

  it('tells the other parts who may see it, and never why', async () => {
    const child = await casework.child();
    await lock(casework.head, child, []);
    const [event] = await casework.behind(`select type, subject, data from casework_queue.outgoing where data ->> 'childId' = $1`, [child]);
    expect(event).toEqual({ type: 'casework.child.locked.v1', subject: `child:${child}`, data: { childId: child, workerIds: [casework.head.personId] } });
  });

  it('is ended by who may lock, named or not, and the ordinary rules hold again', async () => {
    const child = await casework.child();
    await lock(casework.head, child, []);
    const { data } = await casework.ask(director, LOCKS);
    const listed = data.childLocks.edges.map(({ node }: { node: { id: string } }) => node);
    expect(listed[0]).toMatchObject({ version: 1, reason: 'A relative works in the team', child: null });
    const [decision] = await casework.behind<{ id: string }>('select id from casework.child_lock_decision where child_id = $1', [child]);
    const lockId = shown('ChildLock', decision?.id as string);
    const south = viewer('head_of_service', { teams: [casework.south] });
    expect(await send(south, UNLOCK, { lockId, version: 1 })).toEqual({ __typename: 'NotFound', code: 'NotFound', path: ['lockId'] });
    expect(await send(director, UNLOCK, { lockId, version: 2 })).toMatchObject({ __typename: 'ChildLockVersionStale' });
    expect(await send(director, UNLOCK, { lockId, version: 1, reason: '' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    expect(await send(director, UNLOCK, { lockId, version: 1 })).toEqual({ __typename: 'UnlockChildSuccess', child: { locked: false } });
    expect(await send(director, UNLOCK, { lockId, version: 1 })).toMatchObject({ __typename: 'NotFound' });
    expect(await seen(casework.worker, child)).toEqual({ locked: false });
    expect(await lock(casework.head, child, [], { version: 3 })).toMatchObject({ __typename: 'LockChildSuccess', lock: { version: 3 } });
  });

  it('is refused for what is stale, locked, unknown or without a reason', async () => {
    const child = await casework.child();
    expect(await lock(casework.head, child, [], { version: 7 })).toMatchObject({ __typename: 'ChildVersionStale', path: ['version'] });
    expect(await lock(casework.head, child, [], { reason: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    expect(await lock(casework.head, child, [viewer('practitioner')])).toMatchObject({ __typename: 'NotFound', path: ['allowed', '0'] });
    expect(await lock(viewer('head_of_service', { teams: [casework.south] }), child, [])).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
    await lock(casework.head, child, []);
    expect(await lock(casework.head, child, [], { version: 2 })).toMatchObject({ __typename: 'ChildLocked' });
    // For who is not named it reads as a child that never was.
    expect(await lock(director, child, [], { version: 2 })).toEqual(await lock(director, randomUUID(), [], { version: 2 }));
  });

  it('is for the Director and heads of service', async () => {
    for (const role of ['service_manager', 'team_manager', 'qpa_officer', 'principal_social_worker', 'practitioner', 'administrator', 'information_governance_officer'] as const) {
      const { errors } = await casework.ask(viewer(role), LOCK, { input: { idempotencyKey: randomUUID(), childId: shown('Child', randomUUID()), version: 1, reason: 'x', allowed: [] } });
      expect([role, errors[0]?.extensions]).toEqual([role, { code: 'FORBIDDEN' }]);
    }
  });

  it('is decided once when two lock at once', async () => {
    const child = await casework.child();
    const results = await Promise.all([lock(casework.head, child, []), lock(director, child, [])]);
    expect(results.map((one) => one.__typename).filter((name) => name === 'LockChildSuccess')).toHaveLength(1);
    expect(await casework.behind('select position from casework.child_lock_decision where child_id = $1', [child])).toEqual([{ position: 1 }]);
  });

  it('never changes once decided', async () => {
    await expect(casework.sql(director, `update child_lock_decision set reason = 'another'`)).rejects.toMatchObject({ code: '42501' });
    await expect(casework.sql(casework.worker, `insert into child_lock (child_id, locked, worker_ids, told_at) values ($1, false, '{}', now())`, [randomUUID()])).rejects.toMatchObject({ code: '42501' });
  });
});
