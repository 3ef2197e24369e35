import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { eventually, Stage } from './stage';

const NOTICES = '{ accessNotices { totalCount edges { node { grantedAt until worker { displayName } access { reason childId until worker { id } } } } } }';
const CHILD = 'query Q($id: ID!) { child(id: $id) { caseReference episodes { totalCount } views { totalCount } audits { totalCount } actions { totalCount } supervisionDiscussions { totalCount } } }';

describe('A manager on duty, in an emergency', () => {
  let stage: Stage;
  let child: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
  }, 90_000);

  afterAll(() => stage?.close());

  it('does not see another team’s child by the ordinary rules', async () => {
    expect((await stage.ask('southManager', CHILD, { id: child.id })).data.child).toBeNull();
  });

  it('says why, and sees the child and what the child said for a day', async () => {
    const granted = await send(stage, 'southManager', 'seeBeyond', { caseReference: child.reference, reason: 'Found alone at the station' }, 'access { until } child { caseReference }');
    expect(granted).toMatchObject({ __typename: 'SeeBeyondSuccess', child: { caseReference: child.reference } });
    expect(Date.parse(granted['access'].until)).toBeGreaterThan(Date.now());
    const { data } = await eventually(() => stage.ask('southManager', CHILD, { id: child.id }), (answer) => answer.data.child.views.totalCount === 1);
    expect(data.child).toEqual({ caseReference: child.reference, episodes: { totalCount: 1 }, views: { totalCount: 1 }, audits: { totalCount: 0 }, actions: { totalCount: 0 }, supervisionDiscussions: { totalCount: 0 } });
    expect((await stage.ask('southWorker', CHILD, { id: child.id })).data.child).toBeNull();
  });

  it('is told at once to information governance, who reads who, which child, why and until when, and nothing of the child', async () => {
    const { data, text } = await eventually(() => stage.ask('governance', NOTICES), (answer) => answer.data.accessNotices.totalCount === 1);
    expect(data.accessNotices.edges[0].node).toMatchObject({ worker: { displayName: 'Otto Southgate' }, access: { reason: 'Found alone at the station', childId: child.id } });
    expect(text).not.toContain(child.reference);
    expect((await stage.ask('governance', CHILD, { id: child.id })).errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    for (const person of ['southManager', 'director', 'quality', 'administrator', 'member'] as const) expect(codes(await stage.ask(person, NOTICES))).toEqual(['FORBIDDEN']);
    expect((await stage.ask(null, NOTICES)).status).toBe(401);
  });

  it('changes nothing by it, and asks again for another child', async () => {
    const other = await childOf(stage, 'north', 'northWorker');
    expect((await stage.ask('southManager', CHILD, { id: other.id })).data.child).toBeNull();
    const views = await tell(stage, 'southManager', 'recordViews', { childId: child.id, occasion: 'VISIT', onDate: '2026-10-05', seen: true, seenAlone: false });
    expect(views.data.recordViews.__typename).toBe('NotFound');
    const { data } = await stage.ask('southManager', 'query Q($id: ID!) { child(id: $id) { views { edges { node { id version } } } } }', { id: child.id });
    const { id: viewsRecordId, version } = data.child.views.edges[0].node;
    expect((await send(stage, 'southManager', 'changeViews', { viewsRecordId, version, seen: false })).__typename).toBe('NotFound');
  });

  it.each(['northColleague', 'quality', 'principalSocialWorker', 'iro', 'hr', 'governance', 'administrator', 'member', 'partner'] as const)('is no way for %s', async (person) => {
    expect(codes(await tell(stage, person, 'seeBeyond', { caseReference: child.reference, reason: 'x' }))).toEqual(['FORBIDDEN']);
  });
});
