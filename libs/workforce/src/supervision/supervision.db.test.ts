import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { nobody, type Viewer } from '@qaf/identity';
import { Client } from 'pg';
import { Authority } from '../workforce.fixtures';

const PLAN = `mutation Plan($input: PlanSupervisionInput!) { planSupervision(input: $input) { __typename
  ... on PlanSupervisionSuccess { session { id state version plannedFor worker { displayName } supervisor { displayName } } }
  ... on Problem { code message path } } }`;
const RECORD = `mutation Record($input: RecordSupervisionInput!) { recordSupervision(input: $input) { __typename
  ... on RecordSupervisionSuccess { session { id state version heldOn reflectiveAnalysis discussions { decision } } }
  ... on SupervisionVersionStale { currentVersion }
  ... on Problem { code message path } } }`;

describe('Supervision', () => {
  let authority: Authority;
  let manager: Viewer;
  let practitioner: Viewer;
  let outsider: Viewer;
  let head: Viewer;
  const child = randomUUID();

  beforeAll(async () => {
    authority = await Authority.open();
    const { teams, services } = authority;
    const headId = await authority.person('Hana', { roles: [['head_of_service', 'service', services.assessment]] });
    const managerId = await authority.person('Mira', { team: teams.north, manager: headId, roles: [['team_manager', 'team', teams.north]] });
    await authority.person('Pavel', { team: teams.north, manager: managerId, roles: [['practitioner', 'self']] });
    await authority.person('Otto', { team: teams.south, roles: [['team_manager', 'team', teams.south]] });
    await authority.load(`insert into child_place (child_id, team_id, told_at) values ($1, $2, '2026-01-12T00:00:00Z')`, [child, teams.north]);
    [manager, practitioner, outsider, head] = await Promise.all(['Mira', 'Pavel', 'Otto', 'Hana'].map((name) => authority.viewer(name))) as [Viewer, Viewer, Viewer, Viewer];
  }, 60_000);

  afterAll(() => authority.close());

  const plan = (viewer: Viewer, workerId: string, more: object = {}) =>
    authority.ask(viewer, PLAN, { input: { idempotencyKey: randomUUID(), workerId: globalId('Worker', workerId), plannedFor: '2026-03-16', kind: 'CASE', ...more } });
  const record = (viewer: Viewer, sessionId: string, version: number, more: object = {}) =>
    authority.ask(viewer, RECORD, {
      input: { idempotencyKey: randomUUID(), sessionId, version, heldOn: '2026-03-17', reflectiveAnalysis: true, discussions: [{ childId: globalId('Child', child), discussed: 'Progress', decision: 'Step down' }], ...more },
    });
  const planned = async () => (await plan(manager, practitioner.personId)).data.planSupervision.session as { id: string; version: number };

  it('is planned by the manager, recorded with the child discussed, and seen by both and those above', async () => {
    const session = await planned();
    expect(session).toMatchObject({ state: 'PLANNED', version: 1, worker: { displayName: 'Pavel' }, supervisor: { displayName: 'Mira' } });
    const held = await record(manager, session.id, 1);
    expect(held.data.recordSupervision).toMatchObject({ __typename: 'RecordSupervisionSuccess', session: { state: 'HELD', version: 2, heldOn: '2026-03-17', discussions: [{ decision: 'Step down' }] } });
    for (const viewer of [manager, practitioner, head]) {
      const seen = await authority.ask(viewer, `query Q($id: ID!) { supervisionSession(id: $id) { heldOn discussions { decision child { __typename } } } }`, { id: session.id });
      expect(seen.data.supervisionSession).toEqual({ heldOn: '2026-03-17', discussions: [{ decision: 'Step down', child: { __typename: 'Child' } }] });
    }
    const me = await authority.ask(practitioner, '{ me { lastSupervisedOn supervisionSessions { totalCount } } }');
    expect(me.data.me.lastSupervisedOn).toBe('2026-03-17');
  });

  it('does not exist for another team’s manager, by any path', async () => {
    const session = await planned();
    await record(manager, session.id, 1);
    const uuid = Buffer.from(session.id, 'base64url').toString().split(':')[1] as string;
    const asked = await authority.ask(
      outsider,
      `query Q($id: ID!, $worker: ID!, $ref: ID!) {
         supervisionSession(id: $id) { id }
         supervisionSessions(filter: { workerId: $worker }) { totalCount edges { node { id } } }
         worker(id: $worker) { displayName lastSupervisedOn supervisionSessions { totalCount edges { node { id } } } }
         _entities(representations: [{ __typename: "SupervisionSession", id: $id }, { __typename: "Child", ref: $ref }]) {
           ... on SupervisionSession { heldOn } ... on Child { supervisionDiscussions { totalCount edges { node { decision } } } } } }`,
      { id: session.id, worker: globalId('Worker', practitioner.personId), ref: globalId('Child', child) },
    );
    expect(asked.errors).toEqual([]);
    expect(asked.data).toEqual({
      supervisionSession: null,
      supervisionSessions: { totalCount: 0, edges: [] },
      worker: { displayName: 'Pavel', lastSupervisedOn: null, supervisionSessions: { totalCount: 0, edges: [] } },
      _entities: [null, { supervisionDiscussions: { totalCount: 0, edges: [] } }],
    });
    const changed = await record(outsider, session.id, 2);
    expect(changed.data.recordSupervision).toEqual({ __typename: 'NotFound', code: 'NotFound', message: 'There is no such supervision session for you.', path: ['sessionId'] });
    expect(uuid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses a stale copy, names the current version, and writes nothing', async () => {
    const session = await planned();
    await record(manager, session.id, 1);
    const again = await record(manager, session.id, 1, { summary: 'late' });
    expect(again.data.recordSupervision).toMatchObject({ __typename: 'SupervisionVersionStale', currentVersion: 2, path: ['version'] });
    const third = await record(manager, session.id, 2);
    expect(third.data.recordSupervision).toMatchObject({ __typename: 'SupervisionNotPlanned' });
    const { data } = await authority.ask(manager, 'query Q($id: ID!) { supervisionSession(id: $id) { summary version } }', { id: session.id });
    expect(data.supervisionSession).toEqual({ summary: null, version: 2 });
  });

  it('is made once for one key, however often it is sent', async () => {
    const key = { idempotencyKey: randomUUID() };
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => plan(manager, practitioner.personId, key)));
    for (const other of others) expect(other.data.planSupervision.session.id).toBe(first?.data.planSupervision.session.id);
    const reused = await plan(manager, practitioner.personId, { ...key, kind: 'PERSONAL' });
    expect(reused.data.planSupervision).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('is not planned by someone who does not stand above the worker', async () => {
    const own = await plan(manager, manager.personId);
    expect(own.data.planSupervision).toMatchObject({ __typename: 'SupervisorNotInCharge' });
    const other = await plan(outsider, practitioner.personId);
    expect(other.data.planSupervision).toMatchObject({ __typename: 'SupervisorNotInCharge' });
    const below = await plan(practitioner, manager.personId);
    expect(below.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['NUL', { discussions: [{ childId: globalId('Child', child), discussed: 'a\u0000b', decision: 'x' }] }],
    ['half of a character', { summary: '\ud800' }],
    ['a megabyte', { summary: 'x'.repeat(1_000_000) }],
    ['an impossible date', { heldOn: '2026-02-30' }],
    ['an overflowing integer', { version: 2 ** 31 }],
    ['a key that is no key', { idempotencyKey: 'a b' }],
  ])('refuses %s without repeating it or writing anything', async (_name, wrong) => {
    const session = await planned();
    const answer = await record(manager, session.id, 1, wrong);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(answer.errors).length).toBeLessThan(400);
    const { data } = await authority.ask(manager, 'query Q($id: ID!) { supervisionSession(id: $id) { version state } }', { id: session.id });
    expect(data.supervisionSession).toEqual({ version: 1, state: 'PLANNED' });
  });

  it.each([
    ['an unknown session', { sessionId: globalId('SupervisionSession', randomUUID()) }, 'NotFound'],
    ['another type’s id', { sessionId: globalId('Worker', randomUUID()) }, 'NotFound'],
    ['a day to come', { heldOn: '2026-03-19' }, 'InputInvalid'],
    ['one child twice', { discussions: [1, 2].map(() => ({ childId: globalId('Child', child), discussed: 'a', decision: 'b' })) }, 'InputInvalid'],
  ])('answers %s with a problem', async (_name, wrong, problem) => {
    const session = await planned();
    const answer = await record(manager, session.id, 1, wrong);
    expect(answer.data.recordSupervision.__typename).toBe(problem);
  });

  it('shows no row of any table without a viewer', async () => {
    const client = new Client({ connectionString: authority.database.urls.workforce });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'workforce'::regnamespace and c.relkind in ('r', 'p')`);
    expect(rows.length).toBeGreaterThan(15);
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      try {
        counts[name] = (await client.query(`select 1 from workforce.${name}`)).rowCount ?? 0;
      } catch (error) {
        expect((error as { code: string }).code).toBe('42501');
      }
    }
    await client.end();
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([]);
    const { data, errors } = await authority.ask(nobody('n'), '{ workers { totalCount } }');
    expect([data, errors[0]?.extensions.code]).toEqual([{ workers: null }, 'FORBIDDEN']);
  });

  it('reads a page of sessions with worker, supervisor and discussions in four statements', async () => {
    const unit = authority.subgraph.unit(manager, 'count');
    await unit.abandon();
    const before = await counted(authority, manager);
    expect(before).toBeLessThanOrEqual(4);
  });
});

/** How many statements one page costs, as PostgreSQL was asked them. */
async function counted(authority: Authority, viewer: Viewer): Promise<number> {
  let statements = 0;
  const { unit } = authority.subgraph;
  jest.spyOn(authority.subgraph, 'unit').mockImplementation(function (this: never, ...args: Parameters<typeof unit>) {
    const made = unit.apply(authority.subgraph, args);
    const { end } = made;
    made.end = async () => {
      statements = made.statements;
      return end.call(made);
    };
    return made;
  });
  const { data } = await authority.ask(viewer, '{ supervisionSessions(first: 50) { edges { node { plannedFor worker { displayName } supervisor { displayName } discussions { decision } } } } }');
  jest.restoreAllMocks();
  expect(data.supervisionSessions.edges.length).toBeGreaterThan(3);
  return statements;
}
