import { Unauthenticated } from '@qaf/identity';
import { PERSON, testGraph } from '../gateway.fixtures';
import type { Asked, TestGraph } from '../gateway.fixtures';
import { GUARD_DEFAULTS } from './guard-settings';

const told = ({ status, headers, body }: Asked): unknown[] => [status, body.errors?.[0]?.extensions.code, headers['retry-after']];
/** A clock that stands still: nothing is gained back while a story is told. */
const clock = (): number => 0;
const tries = (count: number): string => `{ ${Array.from({ length: count }, (_, i) => `t${i}: questionnaire(token: "t${i}")`).join(' ')} }`;

describe('Guessing', () => {
  let graph: TestGraph;
  beforeEach(async () => void (graph = await testGraph({ gateway: { clock, guard: { guessesPerMinute: 6 } } })));
  afterEach(() => graph.gateway.close());

  it('at a child’s token is counted for each field, whatever it is called and however it is asked', async () => {
    expect((await graph.ask(tries(4), {}, {})).status).toBe(200);
    const fragment = '{ ...A ... { ...A } } fragment A on Query { ...B } fragment B on Query { a: questionnaire(token: "a") }';
    expect((await graph.ask(fragment, {}, {})).status).toBe(200);
    graph.staff.requests.length = 0;
    const refused = await graph.ask(tries(1), {}, {});
    expect(told(refused)).toEqual([429, 'RATE_LIMITED', '10']);
    expect(refused.body).not.toHaveProperty('data');
    expect(graph.staff.requests).toEqual([]);
    // Who has a login may go on with everything else.
    expect((await graph.ask('{ audits { id } }')).status).toBe(200);
    expect(told(await graph.ask(tries(1)))).toEqual([429, 'RATE_LIMITED', '10']);
  });

  it('of more at once than are allowed takes what there is', async () => {
    expect((await graph.ask(tries(20), {}, {})).status).toBe(200);
    expect(told(await graph.ask(tries(20), {}, {}))).toEqual([429, 'RATE_LIMITED', '60']);
  });

  it('a document that is refused anyway costs nothing', async () => {
    for (let i = 0; i < 10; i += 1) expect((await graph.ask('{ questionnaire(tok: "t") }', {}, {})).status).toBe(400);
    expect((await graph.ask(tries(6), {}, {})).status).toBe(200);
  });

  it('at a login is counted where it fails, and does not shut out who is in', async () => {
    const strict = await testGraph({
      gateway: {
        clock,
        guard: { guessesPerMinute: 3 },
        viewerOf: ({ authorization }, requestId) => (authorization === 'Bearer good' ? Promise.resolve({ ...PERSON, requestId }) : Promise.reject(new Unauthenticated())),
      },
    });
    const ask = (token: string): Promise<Asked> => strict.ask('{ audits { id } }', {}, { authorization: `Bearer ${token}` });
    expect((await ask('good')).status).toBe(200);
    expect([(await ask('a')).status, (await ask('b')).status, (await ask('c')).status]).toEqual([401, 401, 401]);
    expect(told(await ask('d'))).toEqual([429, 'RATE_LIMITED', '20']);
    expect((await ask('good')).status).toBe(200);
    await strict.gateway.close();
  });
});

describe('Asking too often', () => {
  it('slows one person down, and nobody else', async () => {
    const graph = await testGraph({ gateway: { clock, guard: { requestsPerMinute: 2 } } });
    const statuses = [await graph.ask('{ audits { id } }'), await graph.ask('{ audits { id } }'), await graph.ask('{ audits { id } }')];
    expect(statuses.map(told)).toEqual([[200, undefined, undefined], [200, undefined, undefined], [429, 'RATE_LIMITED', '30']]);
    expect((await graph.ask(tries(1), {}, {})).status).toBe(200);
    await graph.gateway.close();
  });

  it('from where is what a trusted proxy says, and nobody else’s word', async () => {
    const from = async (graph: TestGraph, address: string): Promise<number> => (await graph.ask(tries(1), {}, { 'x-forwarded-for': address })).status;
    const open = await testGraph({ gateway: { clock, guard: { guessesPerMinute: 1 } } });
    expect([await from(open, '10.1.1.1'), await from(open, '10.1.1.2')]).toEqual([200, 429]);
    const behind = await testGraph({ gateway: { clock, guard: { guessesPerMinute: 1, trustedProxies: ['127.0.0.0/8'] } } });
    expect([await from(behind, '10.1.1.1'), await from(behind, '10.1.1.2'), await from(behind, '10.1.1.3, 10.1.1.2')]).toEqual([200, 200, 429]);
    await Promise.all([open.gateway.close(), behind.gateway.close()]);
  });
});

describe('Too much at once', () => {
  it('is refused before its body is read, and health is still told', async () => {
    const graph = await testGraph({ gateway: { guard: { mostInFlight: 1 } } });
    let answer = (): void => undefined;
    const seen = new Promise<void>((resolve) => {
      graph.audits.instead = () => (resolve(), new Promise((done) => (answer = () => done({ data: { audits: [] } }))));
    });
    const first = graph.ask('{ audits { id } }');
    await seen;
    const refused = await graph.gateway.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: 'not even JSON' });
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().errors[0].extensions.code]).toEqual([503, '1', 'RATE_LIMITED']);
    expect((await graph.gateway.inject({ url: '/health/ready' })).statusCode).toBe(200);
    answer();
    expect((await first).status).toBe(200);
    graph.audits.instead = null;
    expect((await graph.ask('{ audits { id } }')).status).toBe(200);
    await graph.gateway.close();
  });
});

describe('Pages of other origins', () => {
  const page = { origin: 'https://quality.example.org' };
  const preflight = { ...page, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it('are told nothing, unless they are named', async () => {
    const closed = await testGraph();
    const open = await testGraph({ gateway: { guard: { ...GUARD_DEFAULTS, origins: [page.origin] } } });
    const options = (graph: TestGraph, headers: Record<string, string>) => graph.gateway.inject({ method: 'OPTIONS', url: '/graphql', headers });
    for (const answer of [await options(closed, preflight), await options(open, { ...preflight, origin: 'https://elsewhere.example.org' })]) {
      expect([answer.statusCode, Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))]).toEqual([405, []]);
    }
    const allowed = await options(open, preflight);
    expect([allowed.statusCode, allowed.headers['access-control-allow-origin'], allowed.headers['access-control-allow-methods'], allowed.headers['vary']]).toEqual([204, page.origin, 'GET, POST', 'origin']);
    expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials');
    const bearer = { authorization: 'Bearer x.y.z' };
    expect((await open.ask('{ audits { id } }', {}, { ...bearer, ...page })).headers['access-control-allow-origin']).toBe(page.origin);
    expect((await closed.ask('{ audits { id } }', {}, { ...bearer, ...page })).headers).not.toHaveProperty('access-control-allow-origin');
    await Promise.all([closed.gateway.close(), open.gateway.close()]);
  });

  it.each([
    ['a form', 'POST', 'application/x-www-form-urlencoded', 'query={audits{id}}'],
    ['a form with files', 'POST', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{audits{id}}"}\r\n--x--'],
    ['plain text', 'POST', 'text/plain', '{"query":"{audits{id}}"}'],
    ['text that claims to be JSON', 'POST', 'text/plain; application/json', '{"query":"{audits{id}}"}'],
    ['no type', 'POST', '', '{"query":"{audits{id}}"}'],
    ['an address', 'GET', '', ''],
    ['an address that changes something', 'GET', 'application/json', ''],
  ])('get nothing from %s, as a browser would send it unasked', async (_what, method, type, payload) => {
    const graph = await testGraph();
    const url = method === 'GET' ? `/graphql?query=${encodeURIComponent('mutation { rename(id: "w1", name: "x") { id } }')}` : '/graphql';
    const answer = await graph.gateway.inject({ method: method as 'POST', url, headers: { ...(type && { 'content-type': type }), authorization: 'Bearer x.y.z' }, ...(payload && { payload }) });
    expect([400, 405, 415]).toContain(answer.statusCode);
    expect(answer.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect([...graph.staff.requests, ...graph.audits.requests]).toEqual([]);
    await graph.gateway.close();
  });
});
