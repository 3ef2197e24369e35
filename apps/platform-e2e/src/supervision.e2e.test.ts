import { globalId } from '@qaf/graph';
import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { behind } from './kept-rows';
import { eventually, Stage } from './stage';
import { plannedSession, type Thing } from './things';

const READ = `query Q($id: ID!, $child: ID!) {
  supervisionSession(id: $id) { state summary discussions { decision child { caseReference } } }
  child(id: $child) { supervisionDiscussions { totalCount edges { node { decision } } } }
}`;

describe('Supervision', () => {
  let stage: Stage;
  let child: StageChild;
  let session: Thing;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    session = await plannedSession(stage);
  }, 120_000);

  afterAll(() => stage?.close());

  const record = (more: object = {}) => ({ sessionId: session.id, version: session.version, heldOn: '2026-11-02', reflectiveAnalysis: true, summary: 'Open and thoughtful', discussions: [{ childId: child.id, discussed: 'The core group', decision: 'Write the plan with the family' }], ...more });

  it('is planned by who stands over the worker, and by nobody else', async () => {
    const input = { workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-12-01', kind: 'CASE' };
    expect(await send(stage, 'southManager', 'planSupervision', input)).toMatchObject({ __typename: 'SupervisorNotInCharge', path: ['workerId'] });
    for (const person of ['northWorker', 'hr', 'administrator', 'member'] as const) expect(codes(await tell(stage, person, 'planSupervision', input))).toEqual(['FORBIDDEN']);
    expect((await tell(stage, null, 'planSupervision', input)).status).toBe(401);
    expect(await send(stage, 'serviceManager', 'planSupervision', input)).toMatchObject({ __typename: 'PlanSupervisionSuccess' });
  });

  it('speaks of no child whom its writer may not see, and tells them apart from none that never was', async () => {
    const south = await childOf(stage, 'south', 'southWorker');
    const barred = await childOf(stage, 'north', 'northWorker');
    await send(stage, 'head', 'lockChild', { childId: barred.id, version: 1, reason: 'A relative works in the team', allowed: [] });
    const about = (childId: string) => record({ discussions: [...record().discussions, { childId, discussed: 'x', decision: 'y' }] });
    const unknown = await send(stage, 'northManager', 'recordSupervision', about(globalId('Child', '11111111-1111-4111-8111-111111111111')));
    expect(unknown).toEqual({ __typename: 'NotFound', code: 'NotFound', message: 'There is no such child for you.', path: ['discussions', '1', 'childId'] });
    expect(await send(stage, 'northManager', 'recordSupervision', about(south.id))).toEqual(unknown);
    // A lock arrives in workforce by its event.
    const kept = await eventually(() => behind<{ locked: boolean }>(stage, 'select locked from workforce.child_lock where child_id = $1', [barred.uuid]), (rows) => rows.length === 1);
    expect(kept).toEqual([{ locked: true }]);
    expect(await send(stage, 'northManager', 'recordSupervision', about(barred.id))).toEqual(unknown);
    expect((await stage.ask('northManager', READ, { id: session.id, child: child.id })).data.supervisionSession).toEqual({ state: 'PLANNED', summary: null, discussions: [] });
  });

  it('is recorded once, not before its day, with the children discussed', async () => {
    expect(await send(stage, 'northManager', 'recordSupervision', record({ heldOn: '2199-01-01' }))).toMatchObject({ __typename: 'InputInvalid', path: ['heldOn'] });
    expect(await send(stage, 'southManager', 'recordSupervision', record())).toMatchObject({ __typename: 'NotFound', path: ['sessionId'] });
    expect(await send(stage, 'northManager', 'recordSupervision', record(), 'session { state heldOn version discussions { decision } }')).toMatchObject({ session: { state: 'HELD', heldOn: '2026-11-02', version: 2, discussions: [{ decision: 'Write the plan with the family' }] } });
    expect(await send(stage, 'northManager', 'recordSupervision', record({ version: 2 }))).toMatchObject({ __typename: 'SupervisionNotPlanned' });
    expect(await send(stage, 'northManager', 'cancelSupervision', { sessionId: session.id, version: 2, reason: 'Late' })).toMatchObject({ __typename: 'SupervisionNotPlanned' });
  });

  it.each(['northManager', 'northWorker', 'serviceManager', 'head', 'director'] as const)('is read by %s, a party or above', async (person) => {
    const { data, errors } = await stage.ask(person, READ, { id: session.id, child: child.id });
    expect(errors).toEqual([]);
    expect(data.supervisionSession).toEqual({ state: 'HELD', summary: 'Open and thoughtful', discussions: [{ decision: 'Write the plan with the family', child: { caseReference: child.reference } }] });
    expect(data.child.supervisionDiscussions).toEqual({ totalCount: 1, edges: [{ node: { decision: 'Write the plan with the family' } }] });
  });

  it.each(['iro', 'principalIro'] as const)('is hidden from %s, who sees the child all the same', async (person) => {
    const { data } = await stage.ask(person, READ, { id: session.id, child: child.id });
    expect(data).toEqual({ supervisionSession: null, child: { supervisionDiscussions: { totalCount: 0, edges: [] } } });
  });

  it.each(['southManager', 'southWorker', 'northColleague'] as const)('is hidden from %s, and so is the child', async (person) => {
    const answer = await stage.ask(person, READ, { id: session.id, child: child.id });
    expect([answer.data, answer.errors]).toEqual([{ supervisionSession: null, child: null }, []]);
  });

  it.each(['hr', 'administrator', 'governance', 'member', 'partner'] as const)('is no business of %s', async (person) => {
    const answer = await stage.ask(person, '{ supervisionSessions { totalCount edges { node { summary } } } }');
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.text).not.toContain('thoughtful');
  });

  it('that is called off stays on record with its reason', async () => {
    const { id, version } = await plannedSession(stage, '2026-12-14');
    expect(await send(stage, 'northManager', 'cancelSupervision', { sessionId: id, version, reason: 'Unwell' }, 'session { state cancelledReason }')).toMatchObject({ session: { state: 'CANCELLED', cancelledReason: 'Unwell' } });
    const { data } = await stage.ask('northWorker', '{ me { lastSupervisedOn supervisionSessions { edges { node { state } } } } }');
    expect(data.me.lastSupervisedOn).toBe('2026-11-02');
    expect(data.me.supervisionSessions.edges.map((edge: { node: { state: string } }) => edge.node.state)).toContain('CANCELLED');
  });
});
