import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { nobody, type Viewer } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';

const RECORD = `mutation M($input: RecordSupervisionInput!) { recordSupervision(input: $input) { __typename
  ... on RecordSupervisionSuccess { session { discussions { decision child { __typename } } } } ... on Problem { code message path } } }`;
const OF_CHILD = 'query Q($ref: ID!) { _entities(representations: [{ __typename: "Child", ref: $ref }]) { ... on Child { supervisionDiscussions { totalCount edges { node { decision session { summary } } } } } } }';

describe('Supervision speaks of children', () => {
  let authority: Authority;
  let manager: Viewer;
  let worker: Viewer;
  let elsewhere: Viewer;

  beforeAll(async () => {
    authority = await Authority.open();
    const { teams } = authority;
    const managerId = await authority.person('Mira', { team: teams.north, roles: [['team_manager', 'team', teams.north]] });
    await authority.person('Pavel', { team: teams.north, manager: managerId, roles: [['practitioner', 'self']] });
    await authority.person('Otto', { team: teams.south, roles: [['team_manager', 'team', teams.south]] });
    [manager, worker, elsewhere] = (await Promise.all(['Mira', 'Pavel', 'Otto'].map((name) => authority.viewer(name)))) as [Viewer, Viewer, Viewer];
  }, 60_000);
  afterAll(() => authority.close());

  const hear = (type: string, data: object, occurredAt = '2026-03-01T09:00:00.000Z') =>
    authority.subgraph.handle({ id: randomUUID(), type, subject: 'child:test', occurredAt, data: data as Record<string, unknown> });
  const placed = (childId: string, more: object = {}, at?: string) => hear('casework.child.changed.v1', { childId, workerId: worker.personId, teamId: authority.teams.north, iroId: null, ...more }, at);
  const locked = (childId: string, workerIds: string[]) => hear('casework.child.locked.v1', { childId, workerIds }, '2026-03-02T09:00:00.000Z');

  /** Records a session of Mira's with Pavel, with these children discussed. */
  const record = async (children: string[]) => {
    const id = randomUUID();
    await authority.load(`insert into supervision_session (id, worker_id, supervisor_id, team_id, kind, state, planned_for) values ($1, $2, $3, $4, 'CASE', 'PLANNED', '2026-03-10')`, [id, worker.personId, manager.personId, authority.teams.north]);
    const discussions = children.map((child) => ({ childId: globalId('Child', child), discussed: 'x', decision: 'Step down' }));
    const { data, errors } = await authority.ask(manager, RECORD, { input: { idempotencyKey: randomUUID(), sessionId: globalId('SupervisionSession', id), version: 1, heldOn: '2026-03-10', reflectiveAnalysis: true, summary: 'Between the two of us', discussions } });
    expect(errors).toEqual([]);
    return data.recordSupervision;
  };
  const MISSING = { __typename: 'NotFound', code: 'NotFound', message: 'There is no such child for you.' };

  it('whom the writer may see: one held in the team, told by itself or with many others', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await placed(one);
    await hear('casework.children.changed.v1', { children: [{ childId: other, workerId: null, teamId: authority.teams.north, iroId: null }] });
    expect(await record([one, other])).toMatchObject({ session: { discussions: [{ decision: 'Step down' }, { decision: 'Step down' }] } });
  });

  it('and of no other: unknown, another team’s, moved away or locked for others reads as one that never was, and nothing is written', async () => {
    const [mine, southern, moved, barred] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await Promise.all([placed(mine), placed(southern, { workerId: null, teamId: authority.teams.south }), placed(moved), placed(barred)]);
    await placed(moved, { workerId: null, teamId: authority.teams.south }, '2026-03-03T09:00:00.000Z');
    await locked(barred, [randomUUID()]);
    for (const hidden of [randomUUID(), southern, moved, barred]) expect(await record([mine, hidden])).toEqual({ ...MISSING, path: ['discussions', '1', 'childId'] });
    const rows = await authority.subgraph.unit(manager, 'test').command((tx) => tx.query('select from case_discussion where child_id = $1', [mine]));
    expect(rows).toEqual([]);
  });

  it('as they were told last, in whichever order the words come', async () => {
    const child = randomUUID();
    await placed(child, {}, '2026-03-05T09:00:00.000Z');
    await placed(child, { workerId: null, teamId: authority.teams.south }, '2026-03-04T09:00:00.000Z');
    expect(await record([child])).toMatchObject({ __typename: 'RecordSupervisionSuccess' });
  });

  it('also at the database: a row about a child whom the writer does not see is not written', async () => {
    const child = randomUUID();
    await placed(child, { workerId: null, teamId: authority.teams.south });
    const [session] = await authority.subgraph.unit(manager, 'test').command((tx) => tx.query<{ id: string }>('select id from supervision_session limit 1'));
    const insert = authority.subgraph.unit(manager, 'test').command((tx) =>
      tx.query(`insert into case_discussion (session_id, worker_id, supervisor_id, team_id, child_id, held_on, discussed, decision) values ($1, $2, $3, $4, $5, '2026-03-10', 'x', 'x')`, [session?.id, worker.personId, manager.personId, authority.teams.north, child]),
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });

  it('and those whom a lock names read what was said of the child, but not the session it was said in', async () => {
    const child = randomUUID();
    await placed(child);
    await record([child]);
    const told = async (who: Viewer) => (await authority.ask(who, OF_CHILD, { ref: globalId('Child', child) })).data._entities[0].supervisionDiscussions;
    expect((await told(elsewhere)).totalCount).toBe(0);
    await locked(child, [elsewhere.personId]);
    expect(await told(elsewhere)).toEqual({ totalCount: 1, edges: [{ node: { decision: 'Step down', session: null } }] });
    for (const who of [manager, worker]) expect((await told(who)).totalCount).toBe(0);
    // Being named opens nothing to a role that meets no child.
    const hr: Viewer = { ...nobody('hr'), personId: elsewhere.personId, workerId: elsewhere.personId, grants: [{ role: 'hr_officer', scope: 'authority', scopeId: null }] };
    const rows = await authority.subgraph.unit(hr, 'test').command((tx) => tx.query('select from case_discussion'));
    expect(rows).toEqual([]);
  });
});
