import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { Stage } from './stage';

describe('What a child said', () => {
  let stage: Stage;
  let child: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
  }, 120_000);

  afterAll(() => stage?.close());

  const visit = (more: object = {}) => ({ childId: child.id, occasion: 'VISIT', onDate: '2026-11-03', seen: true, seenAlone: true, views: 'Wants to see more of gran', influencedPlan: true, ...more });
  const READ = 'query Q($id: ID!) { child(id: $id) { caseReference views { totalCount edges { node { onDate views seenAlone influencedPlan source } } } } }';

  it('is recorded by the worker and changed with the version seen', async () => {
    const recorded = await send(stage, 'northWorker', 'recordViews', visit(), 'viewsRecord { id version views }');
    expect(recorded['viewsRecord']).toMatchObject({ version: 1, views: 'Wants to see more of gran' });
    const { id } = recorded['viewsRecord'];
    const change = { viewsRecordId: id, version: 1, seen: true, seenAlone: true, views: 'Wants to stay with gran', influencedPlan: true };
    expect(await send(stage, 'northWorker', 'changeViews', change, 'viewsRecord { version views }')).toMatchObject({ viewsRecord: { version: 2, views: 'Wants to stay with gran' } });
    expect(await send(stage, 'northWorker', 'changeViews', change)).toMatchObject({ __typename: 'ViewsRecordVersionStale' });
    expect(await send(stage, 'southWorker', 'changeViews', { ...change, version: 2 })).toMatchObject({ __typename: 'NotFound', path: ['viewsRecordId'] });
  });

  it('cannot lie in the future, contradict itself, or be of a child who is hidden', async () => {
    expect(await send(stage, 'northWorker', 'recordViews', visit({ onDate: '2199-01-01' }))).toMatchObject({ __typename: 'InputInvalid', path: ['onDate'] });
    expect(await send(stage, 'northWorker', 'recordViews', visit({ seen: false }))).toMatchObject({ __typename: 'InputInvalid' });
    expect(await send(stage, 'northWorker', 'recordViews', visit({ occasion: 'PARTY' }))).toMatchObject({ __typename: 'InputInvalid', path: ['occasion'] });
    expect(await send(stage, 'southWorker', 'recordViews', visit())).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
    for (const person of ['hr', 'administrator', 'quality', 'member', 'partner'] as const) expect(codes(await tell(stage, person, 'recordViews', visit()))).toEqual(['FORBIDDEN']);
    expect((await tell(stage, null, 'recordViews', visit())).status).toBe(401);
  });

  it.each(['northWorker', 'northManager', 'serviceManager', 'head', 'director', 'iro', 'principalIro', 'principalSocialWorker', 'quality'] as const)('is read by %s', async (person) => {
    const { data, errors } = await stage.ask(person, READ, { id: child.id });
    expect(errors).toEqual([]);
    expect(data.child.views.totalCount).toBe(2);
    expect(data.child.views.edges[0].node).toEqual({ onDate: '2026-11-03', views: 'Wants to stay with gran', seenAlone: true, influencedPlan: true, source: 'WORKER' });
  });

  it.each(['southWorker', 'southManager', 'northColleague'] as const)('is not there for %s', async (person) => {
    const answer = await stage.ask(person, READ, { id: child.id });
    expect([answer.data, answer.errors]).toEqual([{ child: null }, []]);
  });

  it('serves the practice priorities, which everybody may read', async () => {
    for (const person of ['northWorker', 'member', 'partner'] as const) {
      const { data, errors } = await stage.ask(person, '{ practicePriorities { code title } themes { code } }');
      expect(errors).toEqual([]);
      expect(data.practicePriorities).toHaveLength(5);
    }
    const { data } = await stage.ask('northWorker', '{ practicePriority(code: "visits") { title questions { key } auditQuestions { key } } }');
    expect(data.practicePriority.questions.map((question: { key: string }) => question.key)).toEqual(expect.arrayContaining(['listened-to', 'seen-alone']));
    expect(data.practicePriority.auditQuestions.length).toBeGreaterThan(0);
  });
});
