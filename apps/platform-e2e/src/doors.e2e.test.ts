import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { machine, signViewer, type Viewer } from '@qaf/identity';
import { TEST_SECRET } from '@qaf/testing';
import { childOf, type StageChild } from './children';
import { portsOf } from './listening';
import { APART, Stage } from './stage';

const whenApart = APART ? describe : describe.skip;
const whenTogether = APART || process.platform !== 'linux' ? describe.skip : describe;

whenTogether('Parts that share a process', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()), 120_000);
  afterAll(() => stage?.close());

  it('have no door of their own: the graph answers at the gateway’s port alone', async () => {
    const ports = portsOf(stage.pid);
    expect(ports).toContain(Number(new URL(stage.url).port));
    const others = ports.filter((port) => port !== Number(new URL(stage.url).port));
    // Figures for the operator may have a port; it knows none of these paths.
    expect(others.length).toBeLessThanOrEqual(1);
    for (const path of ['/graphql', '/events', '/standing', '/waiting']) {
      for (const port of others) {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
        expect([path, answer.status]).toEqual([path, 404]);
      }
    }
  });
});

whenApart('The door of a part, where each runs in a process of its own (npm run test:all)', () => {
  let stage: Stage;
  let child: StageChild;
  let director: Viewer;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    const standing = await stage.graph.standingOf(stage.people.director.subject);
    if (!standing) throw new Error('The director has no standing.');
    director = { ...standing, requestId: 'doors', purpose: null };
  }, 120_000);

  afterAll(() => stage?.close());

  const knock = async (name: string, path: string, token: string | null, body: object): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${stage.subgraphs[name]}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
    return { status: answer.status, text: await answer.text() };
  };
  const wrongTokens = async (name: string): Promise<[string, string | null][]> => [
    ['no token', null],
    ['a token of a person', await stage.token('director')],
    ['another secret', await signViewer(director, { audience: name, secret: 'another-secret-that-is-as-long-as-it-must' })],
    ['another part’s token', await signViewer(director, { audience: name === 'voice' ? 'casework' : 'voice', secret: TEST_SECRET })],
    ['a token of yesterday', await signViewer(director, { audience: name, secret: TEST_SECRET, now: new Date(Date.now() - 86_400_000) })],
    ['a token without a signature', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ viewer: director, aud: name, iss: 'qaf-gateway' })).toString('base64url')}.`],
    ['nonsense', 'a.b.c'],
  ];
  const questions = (): { query: string }[] => [
    { query: '{ _service { sdl } }' },
    { query: '{ __typename }' },
    { query: '{ __schema { types { name } } }' },
    { query: `{ _entities(representations: [{ __typename: "Child", ref: "${child.id}" }, { __typename: "Worker", id: "${globalId('Worker', stage.people.director.id)}" }]) { __typename } }` },
    { query: 'this is no query' },
  ];
  const event = () => ({ id: randomUUID(), type: 'casework.child.changed.v1', subject: `child:${child.uuid}`, occurredAt: '2026-11-02T00:00:00.000Z', data: { childId: child.uuid, workerId: null, teamId: null, iroId: null } });

  it.each(['workforce', 'casework', 'voice', 'governance'])('of %s stays shut for everybody but the platform', async (name) => {
    for (const [whose, token] of await wrongTokens(name)) {
      for (const body of questions()) {
        const { status, text } = await knock(name, '/graphql', token, body);
        expect([whose, body.query.slice(0, 20), status]).toEqual([whose, body.query.slice(0, 20), 401]);
        expect(JSON.parse(text)).toEqual({ errors: [{ message: 'Not signed in.', extensions: { code: 'UNAUTHENTICATED' } }] });
      }
      expect((await knock(name, '/events', token, event())).status).toBe(401);
      const standing = await knock(name, '/standing', token, { subject: stage.people.director.subject });
      expect(standing.status).toBe(name === 'workforce' ? 401 : 404);
      expect(standing.text).not.toContain(stage.people.director.id);
    }
  });

  it('takes events from the platform’s own machine, and from no person', async () => {
    const token = await signViewer(machine('machine_event', 'doors'), { audience: 'voice', secret: TEST_SECRET });
    expect((await knock('voice', '/events', token, event())).status).toBe(204);
    const persons = await signViewer(director, { audience: 'voice', secret: TEST_SECRET });
    expect((await knock('voice', '/events', persons, event())).status).toBe(403);
  });

  it('says of its health that it lives, and nothing else', async () => {
    for (const url of Object.values(stage.subgraphs)) {
      expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ live: true });
      expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ ready: true });
      expect((await fetch(`${url}/graphql`)).status).toBe(404);
    }
  });
});
