import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Unauthenticated } from '@qaf/identity';
import { SubgraphUnavailable } from '../transport/transport';
import { testGraph } from '../gateway.fixtures';
import type { TestGraph } from '../gateway.fixtures';

describe('Without a token', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph({ gateway: { production: true } })));
  beforeEach(() => {
    graph.staff.requests.length = 0;
    graph.audits.requests.length = 0;
  });
  afterAll(() => graph.gateway.close());

  it.each(['{ questionnaire(token: "t") }', '{ q: questionnaire(token: "t") __typename }', 'query { ...F } fragment F on Query { ... { questionnaire(token: "t") } }'])('a public field answers: %s', async (query) => {
    const { status, body } = await graph.ask(query, {}, {});
    expect([status, Object.values(body.data ?? {})]).toEqual([200, expect.arrayContaining(['How was it?'])]);
    expect(graph.staff.requests[0]?.viewer.personId).toBe('00000000-0000-0000-0000-000000000000');
  });

  it.each([
    '{ worker(id: "w1") { id } }',
    '{ questionnaire: worker(id: "w1") { id } }',
    '{ questionnaire(token: "t") audits { id } }',
    '{ questionnaire(token: "t") ...F } fragment F on Query { audits { id } }',
    '{ questionnaire(token: "t") ... on Query { ... @skip(if: true) { audits { id } } } }',
    'mutation { rename(id: "w1", name: "x") { id } }',
    '{ __schema { types { name } } }',
    '{ nothingLikeThis }',
  ])('nothing else is asked of any subgraph: %s', async (query) => {
    const { status, headers, body } = await graph.ask(query, {}, {});
    expect([status, headers['www-authenticate'], body.errors?.map((error) => error.extensions.code)]).toEqual([401, 'Bearer', ['UNAUTHENTICATED']]);
    expect(body).not.toHaveProperty('data');
    expect([...graph.staff.requests, ...graph.audits.requests]).toEqual([]);
  });
});

describe('With a token', () => {
  it('a wrong one is refused, also for a public field', async () => {
    const graph = await testGraph({ gateway: { viewerOf: () => Promise.reject(new Unauthenticated()) } });
    const { status, headers, body } = await graph.ask('{ questionnaire(token: "t") }', {}, { authorization: 'Bearer wrong' });
    expect([status, headers['www-authenticate'], body.errors?.[0]?.extensions.code]).toEqual([401, 'Bearer', 'UNAUTHENTICATED']);
    expect(graph.staff.requests).toEqual([]);
    expect(JSON.stringify(graph.lines)).not.toContain('wrong');
    await graph.gateway.close();
  });

  it('nobody is let in while standings cannot be looked up', async () => {
    const graph = await testGraph({ gateway: { viewerOf: () => Promise.reject(new SubgraphUnavailable('http://workforce.invalid')) } });
    const { status, body } = await graph.ask('{ audits { id } }');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
    expect(JSON.stringify([body, graph.lines])).not.toContain('invalid');
    await graph.gateway.close();
  });
});

describe('The address /graphql', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph({ gateway: { production: true } })));
  afterAll(() => graph.gateway.close());
  const json = { 'content-type': 'application/json', authorization: 'Bearer x.y.z' };
  const post = (payload: string, headers: Record<string, string> = json) => graph.gateway.inject({ method: 'POST', url: '/graphql', headers, payload });

  it.each([
    ['broken JSON', 400, '{"query": "Zebedee'],
    ['nothing', 400, ''],
    ['a list', 400, '[{"query":"{audits{id}}"}]'],
    ['no query', 400, '{"variables":{}}'],
    ['a query that is no text', 400, '{"query":{"a":1}}'],
    ['poisoned JSON', 400, '{"__proto__":{"a":1},"query":"{audits{id}}"}'],
    ['more than 1 MB', 413, JSON.stringify({ query: 'x'.repeat(1_100_000) })],
  ])('answers %s with JSON in GraphQL’s shape', async (_name, status, payload) => {
    const response = await post(payload);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.json()).toEqual({ errors: [{ message: expect.not.stringContaining('Zebedee'), extensions: { code: 'BAD_USER_INPUT', requestId: response.headers['x-request-id'] } }] });
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('takes no %s', async (type, status) => {
    const response = await post('{"query":"{audits{id}}"}', { ...json, 'content-type': type });
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([status, 'BAD_USER_INPUT']);
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const)('answers %s with 405 and what it takes', async (method) => {
    const response = await graph.gateway.inject({ method, url: '/graphql?query={audits{id}}' });
    expect([response.statusCode, response.headers['allow'], response.json().errors[0].extensions.code]).toEqual([405, 'POST', 'BAD_USER_INPUT']);
  });

  it('answers elsewhere with JSON too', async () => {
    const response = await graph.gateway.inject({ method: 'GET', url: '/graphql/Zebedee' });
    expect([response.statusCode, response.json().errors[0].message]).toEqual([404, 'Nothing is at this address.']);
    expect(JSON.stringify(graph.lines)).not.toContain('Zebedee');
  });

  it.each(['/%', '/graphql/%zz'])('answers the odd address %s without the framework’s words', async (url) => {
    const response = await graph.gateway.inject({ method: 'GET', url });
    expect([response.statusCode, response.json().errors[0].message]).toEqual([404, 'Nothing is at this address.']);
  });

  it('answers what is no request with JSON, and ends the connection', async () => {
    await graph.gateway.listen({ host: '127.0.0.1', port: 0 });
    const told = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect((graph.gateway.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text));
    });
    expect(told).toMatch(/^HTTP\/1.1 400 Bad Request\r\n[\s\S]*\r\n\r\n\{"errors":\[\{"message":"The request cannot be understood."/);
  });

  it('is kept, guessed, framed and shared by nothing', async () => {
    const { headers } = await graph.ask('{ audits { id } }');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
  });

  it('speaks the media type of GraphQL over HTTP to those who ask for it', async () => {
    const response = await post('{"query":"{audits{id}}"}', { ...json, accept: 'application/graphql-response+json' });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/graphql-response+json; charset=utf-8']);
  });

  it('logs who asked what kind of thing, and nothing that was in it', async () => {
    graph.lines.length = 0;
    await post(JSON.stringify({ query: 'query Roll($id: ID!) { worker(id: $id) { name } audits { score } }', variables: { id: 'Zebedee' } }), { ...json, 'x-request-id': 'story-0003' });
    expect(graph.lines).toEqual([expect.objectContaining({ requestId: 'story-0003', method: 'POST', path: '/graphql', status: 200, operationName: 'Roll', durationMs: expect.any(Number) })]);
    expect(JSON.stringify(graph.lines)).not.toMatch(/Zebedee|x\.y\.z|score/);
  });

  it.each(['short', 'Ann Other 1970', 'x'.repeat(101), 'ab"cd"efgh'])('does not take %j for a request id', async (given) => {
    const { headers } = await graph.ask('{ audits { id } }', {}, { authorization: 'Bearer x.y.z', 'x-request-id': given });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});

describe('Health', () => {
  it('is live at once, and ready when nothing is missing', async () => {
    let missing = ['workforce'];
    const { gateway } = await testGraph({ gateway: { ready: () => (missing.length > 1 ? Promise.reject(new Error('no')) : Promise.resolve(missing)) } });
    const get = async (url: string): Promise<unknown[]> => gateway.inject({ url }).then((response) => [response.statusCode, response.json()]);
    expect(await get('/health/live')).toEqual([200, { status: 'live' }]);
    expect(await get('/health/ready')).toEqual([503, { status: 'not ready', missing: ['workforce'] }]);
    missing = ['a', 'b'];
    expect((await get('/health/ready'))[0]).toBe(503);
    missing = [];
    expect(await get('/health/ready')).toEqual([200, { status: 'ready' }]);
    await gateway.close();
  });
});

describe('The end of the gateway', () => {
  it('lets what is being answered finish, and takes nothing new', async () => {
    const { gateway, audits, lines } = await testGraph();
    expect(lines).toEqual([]);
    let answer = (): void => undefined;
    const asked = new Promise<void>((seen) => {
      audits.instead = () => {
        seen();
        return new Promise((resolve) => (answer = () => resolve({ data: { audits: [] } })));
      };
    });
    const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
    const post = () => fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer x.y.z' }, body: '{"query":"{audits{id}}"}' });
    const first = post();
    await asked;
    const closed = gateway.close();
    await expect(post()).rejects.toThrow();
    answer();
    expect(await (await first).json()).toEqual({ data: { audits: [] } });
    await closed;
  });
});
