import type { AddressInfo } from 'node:net';
import { readViewer } from '@qaf/identity';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import { PERSON, testGraph } from '../gateway.fixtures';
import { httpStanding } from '../standing/http-standing';
import { httpTransport } from './http-transport';
import { SubgraphTimeout, SubgraphUnavailable } from './transport';
import type { SubgraphRequest } from './transport';

const SECRET = 'a secret of the subgraphs that is long enough';
const REQUEST: SubgraphRequest = { document: parse('{ audits { id } }'), query: '{audits{id}}', variables: { a: 1 }, operationName: undefined, viewer: PERSON };

describe('A subgraph over HTTP', () => {
  let server: FastifyInstance;
  let url: string;
  let answer: (request: FastifyRequest, reply: FastifyReply) => unknown;
  let asked = 0;

  beforeAll(async () => {
    server = Fastify({ forceCloseConnections: true });
    server.post('/graphql', (request, reply) => ((asked += 1), answer(request, reply)));
    server.post('/standing', (request, reply) => answer(request, reply));
    await server.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
  });
  beforeEach(() => {
    asked = 0;
  });
  afterAll(() => server.close());

  const using = async <T>(work: (transport: ReturnType<typeof httpTransport>) => Promise<T>, timeoutMs = 2_000): Promise<T> => {
    const transport = httpTransport({ name: 'audits', url, secret: SECRET, timeoutMs });
    return work(transport).finally(() => transport.close());
  };

  it('is told who asks by a token that is good for it alone', async () => {
    let seen: unknown;
    answer = async (request) => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
      await expect(readViewer(token, { audience: 'staff', secret: SECRET })).rejects.toThrow();
      seen = [await readViewer(token, { audience: 'audits', secret: SECRET }), request.body];
      return { data: { audits: [] } };
    };
    await expect(using((transport) => transport.execute(REQUEST))).resolves.toEqual({ data: { audits: [] } });
    expect(seen).toEqual([PERSON, { query: '{audits{id}}', variables: { a: 1 } }]);
  });

  it.each([
    ['an error of the server', (reply: FastifyReply) => reply.code(500).send({ errors: [{ message: 'select 1' }] })],
    ['a refusal', (reply: FastifyReply) => reply.code(401).send({ errors: [{ message: 'no' }] })],
    ['a page', (reply: FastifyReply) => reply.type('text/html').send('<p>proxy</p>')],
    ['JSON of another shape', (reply: FastifyReply) => reply.send({ data: 'all', errors: 'none' })],
  ])('that answers %s does not answer', async (_name, reply_) => {
    answer = (_request, reply) => reply_(reply);
    await expect(using((transport) => transport.execute(REQUEST))).rejects.toBeInstanceOf(SubgraphUnavailable);
  });

  it('that takes too long is given up, and one that is gone is told apart', async () => {
    answer = () => new Promise(() => undefined);
    await expect(using((transport) => transport.execute(REQUEST), 60)).rejects.toBeInstanceOf(SubgraphTimeout);
    const gone = httpTransport({ name: 'audits', url: 'http://127.0.0.1:9/graphql', secret: SECRET });
    await expect(gone.execute(REQUEST)).rejects.toBeInstanceOf(SubgraphUnavailable);
    await gone.close();
  });

  it('that fails again and again is left alone for a while; a refusal is no failure', async () => {
    answer = (_request, reply) => reply.code(503).send('');
    await using(async (transport) => {
      for (let i = 0; i < 8; i += 1) await expect(transport.execute(REQUEST)).rejects.toBeInstanceOf(SubgraphUnavailable);
    });
    expect(asked).toBe(5);
    answer = (_request, reply) => reply.code(400).send({});
    await using(async (transport) => {
      for (let i = 0; i < 8; i += 1) await expect(transport.execute(REQUEST)).rejects.toBeInstanceOf(SubgraphUnavailable);
    });
    expect(asked).toBe(13);
  });

  it('takes its part in an answer of the gateway, and its address never shows', async () => {
    answer = () => ({ data: { audits: [{ id: 'a1', score: 1 }] } });
    await using(async (audits) => {
      const graph = await testGraph();
      const mixed = await testGraph({ gateway: { transports: { staff: graph.staff, audits } } });
      expect((await mixed.ask('{ audits { id } workers { id } }')).body.data).toEqual({ audits: [{ id: 'a1' }], workers: [{ id: 'w1' }, { id: 'w2' }] });
      answer = (_request, reply) => reply.code(500).send('at 127.0.0.1');
      const failed = await mixed.ask('{ workers { id } worker(id: "w1") { load } }');
      expect(failed.body.data).toEqual({ workers: [{ id: 'w1' }, { id: 'w2' }], worker: null });
      expect(failed.body.errors?.map((error) => [error.extensions.code, error.path])).toEqual([['SUBGRAPH_UNAVAILABLE', ['worker', 'load']]]);
      expect(JSON.stringify([failed.body, mixed.lines])).not.toMatch(/127\.0\.0\.1|http:/);
      await Promise.all([graph.gateway.close(), mixed.gateway.close()]);
    });
  });

  it('workforce is asked for a standing as nobody, and its answer is checked', async () => {
    const standing = { personId: PERSON.personId, workerId: null, displayName: 'Cora Vale', grants: [], teams: [], ownTeams: [], services: [], workers: [], agencies: [] };
    let body: unknown = { standing };
    answer = async (request) => {
      const viewer = await readViewer(request.headers.authorization?.replace('Bearer ', '') ?? '', { audience: 'workforce', secret: SECRET });
      expect(viewer.personId).toBe('00000000-0000-0000-0000-000000000000');
      expect(request.body).toEqual({ subject: 'cora@example.org' });
      return body;
    };
    const ask = httpStanding({ url: url.replace('/graphql', '/standing'), secret: SECRET });
    await expect(ask('cora@example.org')).resolves.toEqual(standing);
    body = { standing: null };
    await expect(ask('cora@example.org')).resolves.toBeNull();
    body = { standing: { ...standing, grants: 'all' } };
    await expect(ask('cora@example.org')).rejects.toBeInstanceOf(SubgraphUnavailable);
    body = {};
    await expect(ask('cora@example.org')).rejects.toBeInstanceOf(SubgraphUnavailable);
    await ask.close();
  });
});
