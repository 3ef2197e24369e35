import { globalId } from '@qaf/graph';
import { submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { eventually, Stage } from './stage';
import type { Cast } from './authority';

describe('A child of another team', () => {
  let stage: Stage;
  let north: StageChild;
  let south: StageChild;
  let audit: { id: string; version: number };

  beforeAll(async () => {
    stage = await Stage.open();
    north = await childOf(stage, 'north', 'northWorker');
    south = await childOf(stage, 'south', 'southWorker');
    audit = await submittedAudit(stage, north.id, 'INADEQUATE');
  }, 90_000);

  afterAll(() => stage?.close());

  const outsiders = ['southWorker', 'northColleague', 'hr', 'administrator', 'governance'] as const satisfies (keyof Cast)[];

  it.each(['northWorker', 'northManager', 'serviceManager', 'head', 'director', 'iro', 'principalIro', 'principalSocialWorker', 'quality', 'southManager'] as const)('is there for %s, who works with it, stands above or audits it', async (person) => {
    const { data, errors } = await stage.ask(person, 'query Q($id: ID!) { child(id: $id) { caseReference } }', { id: north.id });
    expect([data.child, errors]).toEqual([{ caseReference: north.reference }, []]);
  });

  it.each(outsiders)('is absent for %s by every path', async (person) => {
    const answer = await stage.ask(
      person,
      `query Q($id: ID!, $reference: Text!, $team: ID!, $worker: ID!, $audit: ID!) {
        byId: child(id: $id) { id caseReference }
        byReference: childByReference(caseReference: $reference) { id }
        listed: children(filter: { teamId: $team }) { totalCount edges { node { id } } }
        team(id: $team) { children { totalCount edges { node { id } } } audits { totalCount edges { node { id child { id } } } } actions { totalCount edges { node { child { id } } } } }
        worker(id: $worker) { childrenAllocated { totalCount edges { node { id } } } auditsOfPractice { edges { node { id } } } actions { edges { node { child { id caseReference } } } } }
        audit(id: $audit) { id child { id } }
        actions { edges { node { child { id caseReference } source { __typename } } } }
        invitations { edges { node { id } } }
      }`,
      { id: north.id, reference: north.reference, team: globalId('Team', stage.people.northManager.id), worker: globalId('Worker', stage.people.northWorker.id), audit: audit.id },
    );
    expect(answer.text).not.toContain(north.id);
    expect(answer.text).not.toContain(north.reference);
    expect(answer.text).not.toContain(north.uuid);
    for (const error of answer.errors) expect(error.extensions.code).toBe('FORBIDDEN');
    if (answer.errors.length === 0) {
      expect(answer.data.byId).toBeNull();
      expect(answer.data.byReference).toBeNull();
      expect(answer.data.listed).toEqual({ totalCount: 0, edges: [] });
    }
  });

  it('reads the same as a child that never was', async () => {
    const unknown = globalId('Child', '11111111-1111-4111-8111-111111111111');
    for (const id of [north.id, unknown, 'nonsense']) {
      const { data, errors, status } = await stage.ask('southWorker', 'query Q($id: ID!) { child(id: $id) { id __typename episodes { totalCount } } }', { id });
      expect([status, data, errors]).toEqual([200, { child: null }, []]);
    }
  });

  it('is nowhere in the result of a change, and cannot be changed', async () => {
    const refused = await stage.ask(
      'southWorker',
      `mutation M($input: RecordViewsInput!) { recordViews(input: $input) { __typename ... on Problem { code message path } } }`,
      { input: { idempotencyKey: 'views-for-a-hidden-child', childId: north.id, occasion: 'VISIT', onDate: '2026-03-02', seen: true, seenAlone: true } },
    );
    expect(refused.text).not.toContain(north.reference);
    expect(refused.data?.recordViews?.__typename ?? refused.errors[0]?.extensions.code).toMatch(/^(NotFound|BAD_USER_INPUT)$/);
  });

  it('is not found through the list of one’s own children', async () => {
    const { data } = await stage.ask('southWorker', '{ children { totalCount edges { node { caseReference } } } }');
    expect(data.children).toEqual({ totalCount: 1, edges: [{ node: { caseReference: south.reference } }] });
  });

  it('is counted for nobody outside casework', async () => {
    for (const person of ['member', 'partner'] as const) {
      const answer = await stage.ask(person, '{ children { totalCount } }');
      expect(answer.errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
    const nobody = await stage.ask(null, '{ children { totalCount } }');
    expect([nobody.status, nobody.errors.map((error) => error.extensions.code)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('has its action seen by those who stand over it alone', async () => {
    const query = 'query Q($id: ID!) { audit(id: $id) { actions { edges { node { title child { caseReference } owner { displayName } } } } } }';
    const seen = await eventually(() => stage.ask('northManager', query, { id: audit.id }), (answer) => answer.data.audit.actions.edges.length > 0);
    expect(seen.data.audit.actions.edges[0].node).toMatchObject({ child: { caseReference: north.reference }, owner: { displayName: 'Mira Northway' } });
    const hidden = await stage.ask('southWorker', '{ actions { totalCount edges { node { title } } } }');
    expect(hidden.data.actions).toEqual({ totalCount: 0, edges: [] });
  });
});
