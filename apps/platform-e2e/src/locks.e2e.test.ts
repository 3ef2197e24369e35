import { globalId } from '@qaf/graph';
import { type Cast, TEAMS } from './authority';
import { key, submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { send, tell } from './commands';
import { inDays } from './days';
import { eventually, Stage } from './stage';
import { openedAction } from './things';

const EVERYTHING = `query Q($id: ID!, $reference: Text!, $audit: ID!, $action: ID!, $session: ID!, $team: ID!, $worker: ID!, $views: ID!) {
  child(id: $id) { caseReference views { totalCount } actions { totalCount } audits { totalCount } supervisionDiscussions { totalCount } }
  childByReference(caseReference: $reference) { id }
  children { edges { node { id } } }
  audit(id: $audit) { id actions { totalCount } }
  audits { edges { node { id } } }
  action(id: $action) { id title child { id } }
  actions { edges { node { id title } } }
  supervisionSession(id: $session) { id discussions { decision child { id } } }
  viewsRecord(id: $views) { id child { id } }
  invitations { edges { node { id child { id } } } }
  team(id: $team) { children { edges { node { id } } } audits { edges { node { id } } } actions { edges { node { id } } } }
  worker(id: $worker) { childrenAllocated { edges { node { id } } } auditsOfPractice { edges { node { id } } } actions { edges { node { id } } } }
}`;

describe('A locked child', () => {
  let stage: Stage;
  let child: StageChild;
  let ids: Record<string, string>;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    const audit = await submittedAudit(stage, child.id, 'GOOD');
    const action = await openedAction(stage, child);
    const planned = await send(stage, 'northManager', 'planSupervision', { workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-11-02', kind: 'CASE' }, 'session { id version }');
    const { id: session, version } = planned['session'];
    await send(stage, 'northManager', 'recordSupervision', { sessionId: session, version, heldOn: '2026-11-02', reflectiveAnalysis: true, discussions: [{ childId: child.id, discussed: 'The move', decision: 'Meet the aunt' }] });
    const views = (await stage.ask('northManager', 'query Q($id: ID!) { child(id: $id) { views { edges { node { id } } } } }', { id: child.id })).data.child.views.edges[0].node.id;
    ids = { views, id: child.id, reference: child.reference, audit: audit.id, action: action.id, session, team: globalId('Team', TEAMS.north), worker: globalId('Worker', stage.people.northWorker.id) };
  }, 120_000);

  afterAll(() => stage?.close());

  const everything = (person: keyof Cast) => stage.ask(person, EVERYTHING, ids);

  it('was there, with all about it, for those who work with it and stand above', async () => {
    const { data, errors } = await everything('northManager');
    expect(errors).toEqual([]);
    expect(data.child).toEqual({ caseReference: child.reference, views: { totalCount: 1 }, actions: { totalCount: 1 }, audits: { totalCount: 1 }, supervisionDiscussions: { totalCount: 1 } });
    expect(data.supervisionSession.discussions).toHaveLength(1);
    expect(data.viewsRecord.child).toEqual({ id: child.id });
  });

  it('is locked by a head of service for one worker, and in every part is there for those two alone', async () => {
    const locked = await send(stage, 'head', 'lockChild', { childId: child.id, version: 1, reason: 'The father works in the service', allowed: [globalId('Worker', stage.people.northColleague.id)] }, 'lock { allowed { displayName } } child { locked }');
    expect(locked).toMatchObject({ __typename: 'LockChildSuccess', child: { locked: true } });
    expect(locked['lock'].allowed.map((one: { displayName: string }) => one.displayName).sort()).toEqual(['Hollis Reeve', 'Nell Fairbrook']);
    await eventually(() => everything('quality'), ({ data }) => data.actions.edges.length === 0 && data.viewsRecord === null);
    await eventually(() => everything('northManager'), ({ data }) => data.supervisionSession.discussions.length === 0);

    for (const person of ['head', 'northColleague'] as const) {
      const { data, errors } = await eventually(() => everything(person), (answer) => answer.data.child?.actions.totalCount === 1 && answer.data.child.supervisionDiscussions.totalCount === 1);
      expect([person, errors, data.child]).toEqual([person, [], { caseReference: child.reference, views: { totalCount: 1 }, actions: { totalCount: 1 }, audits: { totalCount: 1 }, supervisionDiscussions: { totalCount: 1 } }]);
    }
  });

  it('is there with all that is about it for the named, who stood nowhere near it, and no further', async () => {
    const { data } = await everything('northColleague');
    expect(data.childByReference).toEqual({ id: child.id });
    expect(data.children.edges).toEqual([{ node: { id: child.id } }]);
    expect([data.audit, data.audits.edges]).toEqual([{ id: ids['audit'], actions: { totalCount: 0 } }, [{ node: { id: ids['audit'] } }]]);
    expect(data.action).toEqual({ id: ids['action'], title: 'Bring the plan up to date', child: { id: child.id } });
    expect(data.viewsRecord).toEqual({ id: ids['views'], child: { id: child.id } });
    // What was said of the child they read; the session between two others they do not.
    expect(data.supervisionSession).toBeNull();
    const more = await stage.ask(
      'northColleague',
      'query Q($id: ID!) { child(id: $id) { reviews { totalCount } episodes { totalCount } supervisionDiscussions { edges { node { decision session { summary } } } } audits { edges { node { grade answers { questionKey } } } } } }',
      { id: child.id },
    );
    expect(more.errors).toEqual([]);
    expect(more.data.child).toMatchObject({ reviews: { totalCount: 1 }, episodes: { totalCount: 1 }, supervisionDiscussions: { edges: [{ node: { decision: 'Meet the aunt', session: null } }] }, audits: { edges: [{ node: { grade: 'GOOD' } }] } });
  });

  it('has an inadequate audit followed by an action that the named see, and closed once it is', async () => {
    const other = await childOf(stage, 'north', 'northWorker');
    const allowed = ['southManager', 'northWorker'].map((one) => globalId('Worker', stage.people[one as keyof Cast].id));
    await send(stage, 'head', 'lockChild', { childId: other.id, version: 1, reason: 'A relative works in the team', allowed: [...allowed, globalId('Worker', stage.people.quality.id)] });
    await eventually(() => stage.ask('serviceManager', 'query Q($id: ID!) { child(id: $id) { id } }', { id: other.id }), ({ data }) => data.child === null);
    const audit = await submittedAudit(stage, other.id, 'INADEQUATE');
    const query = 'query Q($id: ID!) { audit(id: $id) { actions { edges { node { owner { displayName } verifier { displayName } } } } } }';
    // The worker's manager would owe it, and is not named: the worker is.
    const { data } = await eventually(() => stage.ask('head', query, { id: audit.id }), (answer) => answer.data.audit.actions.edges.length === 1);
    expect(data.audit.actions.edges[0].node).toEqual({ owner: { displayName: 'Noor Applegarth' }, verifier: { displayName: 'Otto Southgate' } });
    expect((await stage.ask('northManager', '{ actions { edges { node { owner { displayName } child { id } } } } }')).data.actions.edges).toEqual([]);
    const told = await send(stage, 'southManager', 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn: inDays(0) }, 'audit { version }');
    const known = await send(stage, 'northWorker', 'acknowledgeAudit', { auditId: audit.id, version: told['audit'].version, comment: 'I agree.' }, 'audit { version }');
    await eventually(() => send(stage, 'southManager', 'closeAudit', { auditId: audit.id, version: known['audit'].version }, 'audit { state }'), (result) => result.__typename === 'CloseAuditSuccess');
  });

  it.each(['northWorker', 'northManager', 'serviceManager', 'director', 'iro', 'principalIro', 'principalSocialWorker', 'quality', 'southManager', 'southWorker'] as const)('is absent for %s by every path', async (person) => {
    const { data, text, errors } = await everything(person);
    for (const error of errors) expect(error.extensions.code).toBe('FORBIDDEN');
    for (const what of [child.id, child.uuid, child.reference, ids['audit'], ids['action'], 'Meet the aunt', 'Bring the plan']) expect(text).not.toContain(what);
    expect([data.child, data.childByReference, data.audit, data.action, data.viewsRecord]).toEqual([null, null, null, null, null]);
    if (data.supervisionSession) expect(data.supervisionSession.discussions).toEqual([]);
  });

  it('cannot be changed, nor told apart from a child that never was', async () => {
    const unknown = globalId('Child', '11111111-1111-4111-8111-111111111111');
    const refused = async (command: string, person: keyof Cast, input: (childId: string) => object) => {
      const [hidden, absent] = await Promise.all([child.id, unknown].map(async (id) => (await tell(stage, person, command, input(id))).data[command]));
      expect([command, hidden]).toEqual([command, absent]);
      expect(hidden.__typename).toBe('NotFound');
    };
    await refused('lockChild', 'director', (childId) => ({ childId, version: 1, reason: 'x', allowed: [] }));
    await refused('recordViews', 'northWorker', (childId) => ({ childId, occasion: 'VISIT', onDate: '2026-10-05', seen: true, seenAlone: false }));
    await refused('openAction', 'quality', (childId) => ({ childId, title: 'x', sourceKind: 'REVIEW', ownerId: globalId('Worker', stage.people.northManager.id), dueOn: inDays(60) }));
    await refused('allocateAudit', 'quality', (childId) => ({ childId, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120) }));
    await refused('seeBeyond', 'southManager', (childId) => ({ childId, reason: 'An emergency' }));
  });

  it('is unlocked by the Director, who need not see it, and the ordinary rules hold again', async () => {
    const locks = await stage.ask('director', '{ childLocks { edges { node { id version reason child { id } lockedBy { displayName } } } } }');
    const lock = locks.data.childLocks.edges.map(({ node }: { node: { reason: string } }) => node).find(({ reason }: { reason: string }) => reason === 'The father works in the service');
    expect(lock).toMatchObject({ reason: 'The father works in the service', child: null, lockedBy: { displayName: 'Hollis Reeve' } });
    for (const person of ['quality', 'northManager', 'governance', 'northColleague'] as const) {
      expect((await stage.ask(person, '{ childLocks { totalCount } }')).errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
    expect(await send(stage, 'director', 'unlockChild', { ...key(), lockId: lock.id, version: lock.version, reason: 'He has left' }, 'child { locked }')).toEqual({ __typename: 'UnlockChildSuccess', child: { locked: false } });
    const { data } = await eventually(() => everything('northManager'), (answer) => answer.data.child?.views.totalCount === 1 && answer.data.child.supervisionDiscussions.totalCount === 1 && answer.data.child.actions.totalCount === 1);
    expect(data.child.audits.totalCount).toBe(1);
    expect((await stage.ask('northColleague', 'query Q($id: ID!) { child(id: $id) { id } }', { id: child.id })).data.child).toBeNull();
  });
});
