import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { publish } from '@qaf/record';
import { submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { type Result, send } from './commands';
import { behind } from './kept-rows';
import { eventually, Stage } from './stage';
import { openedAction, recordedViews } from './things';

const WHOLE = `query Q($r: Text!) { childByReference(caseReference: $r) { id caseReference episodes { totalCount } audits { totalCount }
  views { totalCount } invitations { totalCount } actions { totalCount } supervisionDiscussions { edges { node { decision } } } } }`;

describe('Two records that turn out to be one child’s', () => {
  let stage: Stage;
  let keep: StageChild;
  let other: StageChild;
  let closed: { id: string };

  beforeAll(async () => {
    stage = await Stage.open();
    keep = await childOf(stage, 'north', 'northColleague');
    other = await childOf(stage, 'north', 'northWorker');
    await submittedAudit(stage, other.id, 'GOOD');
    await openedAction(stage, other);
    const cancelled = await openedAction(stage, other, { title: 'Ring the school' });
    await send(stage, 'quality', 'cancelAction', { actionId: cancelled.id, version: cancelled.version, reason: 'Done by the school' });
    closed = cancelled;
    await recordedViews(stage, other);
    const planned = await send(stage, 'northManager', 'planSupervision', { workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-11-02', kind: 'CASE' }, 'session { id version }');
    const about = (childId: string, decision: string) => ({ childId, discussed: 'The move', decision });
    await send(stage, 'northManager', 'recordSupervision', { sessionId: planned['session'].id, version: planned['session'].version, heldOn: '2026-11-02', reflectiveAnalysis: true, discussions: [about(keep.id, 'Meet the aunt'), about(other.id, 'Find the aunt')] });
  }, 120_000);

  afterAll(() => stage?.close());

  const versionOf = async (child: StageChild) => (await behind<{ v: number }>(stage, 'select version as v from casework.child where id = $1', [child.uuid]))[0]?.v;
  const whole = async (person: 'quality' | 'northManager' | 'southManager', reference: string) => (await stage.ask(person, WHOLE, { r: reference })).data.childByReference;
  const merge = async (more: object = {}): Promise<Result> =>
    send(stage, 'quality', 'mergeChildren', { keepId: keep.id, version: await versionOf(keep), mergeId: other.id, mergeVersion: await versionOf(other), reason: 'Two entries of one girl', ...more }, 'child { caseReference }');

  it('become one in every part of the graph', async () => {
    expect(await merge()).toMatchObject({ __typename: 'ChildAllocationsOverlap' });
    expect(await merge({ allocationsOf: keep.id })).toMatchObject({ __typename: 'MergeChildrenSuccess', child: { caseReference: keep.reference } });
    const found = await eventually(() => whole('quality', other.reference), (child) => child?.actions.totalCount === 2 && child.views.totalCount === 3);
    expect(found).toMatchObject({ id: keep.id, caseReference: keep.reference, episodes: { totalCount: 2 }, audits: { totalCount: 1 }, invitations: { totalCount: 0 } });
    const discussed = await eventually(() => whole('northManager', keep.reference), (child) => child.supervisionDiscussions.edges.length === 2);
    expect(discussed.supervisionDiscussions.edges.map(({ node }: { node: { decision: string } }) => node.decision).sort()).toEqual(['Find the aunt', 'Meet the aunt']);
    const { data } = await stage.ask('quality', 'query Q($id: ID!) { action(id: $id) { state child { id } } }', { id: closed.id });
    expect(data.action).toEqual({ state: 'CANCELLED', child: { id: keep.id } });
  }, 60_000);

  it('belong to who works with the one that was kept, and to nobody for the other', async () => {
    const places = await eventually(
      () => behind(stage, `select distinct worker_id as w from voice.views_record where child_id = $1`, [keep.uuid]),
      (rows) => rows.length === 1,
    );
    expect(places).toEqual([{ w: stage.people.northColleague.id }]);
    expect(await whole('southManager', other.reference)).toMatchObject({ id: keep.id });
    expect((await stage.ask('northWorker', 'query Q($id: ID!) { child(id: $id) { id } }', { id: other.id })).data.child).toBeNull();
  });

  it('stay one for what is told late of the other: once, however often it comes', async () => {
    const unit = () => stage.graph.subgraphs.casework.unit(machine('machine_import', 'story'), 'story');
    const ended = { episodeId: other.episodeId, childId: other.uuid, endedOn: '2026-10-30', workerId: stage.people.northWorker.id, teamId: null };
    const event = await unit().command((tx) => publish(tx, 'casework', { type: 'casework.cp-plan.ended.v1', subject: `child:${other.uuid}`, data: ended }));
    const child = await eventually(() => whole('quality', keep.reference), (one) => one.invitations.totalCount > 0);
    for (let again = 0; again < 3; again += 1) await stage.graph.subgraphs.voice.handle(event as never);
    expect((await whole('quality', keep.reference)).invitations).toEqual(child.invitations);
    expect(await behind(stage, 'select count(*)::int as n from voice.invitation where child_id = $1', [other.uuid])).toEqual([{ n: 0 }]);
    // Nor does it go to who worked with the record that is gone.
    expect(await behind(stage, 'select distinct worker_id as w from voice.invitation where child_id = $1', [keep.uuid])).toEqual([{ w: null }]);
  }, 60_000);

  it('have their reference corrected, for the child alone', async () => {
    const corrected = await send(stage, 'quality', 'correctChildReference', { childId: keep.id, version: await versionOf(keep), caseReference: 'ST-77', reason: 'A slip of the pen' }, 'child { caseReference }');
    expect(corrected).toMatchObject({ child: { caseReference: 'ST-77' } });
    expect((await whole('northManager', 'ST-77')).actions.totalCount).toBe(2);
    expect(await whole('northManager', keep.reference)).toBeNull();
  });
});
