import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FileRefused, FilesForbidden, FilesUnavailable } from '@qaf/files';
import type { FileDesk, Giving } from '@qaf/files';
import { nobody } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import { testGraph } from '../gateway.fixtures';
import type { TestGraph } from '../gateway.fixtures';

const ADA: Viewer = { ...nobody('request-ada'), personId: '10000000-0000-4000-8000-000000000001', grants: [{ role: 'practitioner', scope: 'self', scopeId: null }] };
const ID = '20000000-0000-4000-8000-000000000002';

/** Keeps nothing; remembers what it was asked and answers as told. */
class TestDesk implements FileDesk {
  received: { person: string; name: string | null; bytes: number }[] = [];
  outcome: () => Promise<void> = () => Promise.resolve();
  giving: Giving = 'ABSENT';

  async receive(viewer: Viewer, { name, content }: { name: string | null; content: Buffer }) {
    this.received.push({ person: viewer.personId, name, bytes: content.length });
    await this.outcome();
    return { id: ID, name: 'a.txt', contentType: 'text/plain', bytes: content.length, sha256: 'f'.repeat(64), expiresAt: new Date('2019-06-13T09:00:00Z') };
  }

  give(): Promise<Giving> {
    return Promise.resolve(this.giving);
  }
}

describe('The address /files', () => {
  let graph: TestGraph;
  let desk: TestDesk;
  beforeAll(async () => {
    desk = new TestDesk();
    graph = await testGraph({ gateway: { files: desk, viewerOf: (headers) => Promise.resolve(headers.authorization ? ADA : nobody('r')) } });
    await graph.gateway.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(() => Object.assign(desk, { received: [], outcome: () => Promise.resolve() }));
  afterAll(() => graph.gateway.close());

  const bearer = { authorization: 'Bearer x.y.z' };
  const post = (payload: Buffer | string, headers: Record<string, string> = {}) => graph.gateway.inject({ method: 'POST', url: '/files', headers: { ...bearer, ...headers }, payload });

  it.each(['application/octet-stream', 'text/plain', 'application/json', 'application/pdf; x=y'])('takes the body as it is, when it is called %s', async (type) => {
    const answer = await post('{"not": "read"', { 'content-type': type, 'x-file-name': 'Zo%C3%AB.txt' });
    expect([answer.statusCode, answer.json()]).toEqual([201, { id: Buffer.from(`FileUpload:${ID}`).toString('base64url'), name: 'a.txt', contentType: 'text/plain', bytes: 14, sha256: 'f'.repeat(64), expiresAt: '2019-06-13T09:00:00.000Z' }]);
    expect(desk.received).toEqual([{ person: ADA.personId, name: 'Zoë.txt', bytes: 14 }]);
  });

  it('takes a name that cannot be read for none', async () => {
    await post('x', { 'x-file-name': '%E0%A4%A' });
    expect(desk.received[0]?.name).toBeNull();
  });

  it.each<[number, string, () => Error]>([
    [415, 'BAD_USER_INPUT', () => new FileRefused('TYPE_NOT_ALLOWED')],
    [422, 'BAD_USER_INPUT', () => new FileRefused('MACROS')],
    [429, 'RATE_LIMITED', () => new FileRefused('TOO_MANY_WAITING')],
    [403, 'FORBIDDEN', () => new FilesForbidden()],
    [503, 'SUBGRAPH_UNAVAILABLE', () => new FilesUnavailable('postgres://somewhere')],
    [500, 'INTERNAL', () => new Error('select secret')],
  ])('answers %d %s for what the desk says, and nothing of its inside', async (status, code, fault) => {
    desk.outcome = () => Promise.reject(fault());
    const answer = await post('x');
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([status, code]);
    expect(answer.body + JSON.stringify(graph.lines)).not.toMatch(/postgres:|secret/);
  });

  it('asks who it is before a byte of the body is read', async () => {
    const answer = await graph.gateway.inject({ method: 'POST', url: '/files', payload: 'x' });
    expect([answer.statusCode, answer.headers['www-authenticate'], desk.received]).toEqual([401, 'Bearer', []]);
  });

  it('takes eight at once, and sends the ninth away for a moment', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    desk.outcome = () => gate;
    const eight = Array.from({ length: 8 }, () => post('x'));
    while (desk.received.length < 8) await new Promise((resolve) => setImmediate(resolve));
    const ninth = await post('x');
    expect([ninth.statusCode, ninth.headers['retry-after'], ninth.json().errors[0].extensions.code]).toEqual([503, '2', 'RATE_LIMITED']);
    open();
    expect((await Promise.all(eight)).map((answer) => answer.statusCode)).toEqual(Array(8).fill(201));
    expect((await post('x')).statusCode).toBe(201);
  });

  it('gives a place back when a sender goes away in the middle', async () => {
    const { port } = graph.gateway.server.address() as AddressInfo;
    for (let time = 0; time < 9; time += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write('POST /files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x.y.z\r\ncontent-length: 100\r\n\r\nhalf', () => setTimeout(() => socket.destroy(), 20)));
        socket.on('close', () => resolve());
      });
    }
    let status = 0;
    while (status !== 201) status = (await fetch(`http://127.0.0.1:${port}/files`, { method: 'POST', body: 'x', headers: bearer })).status;
    expect(desk.received).toHaveLength(1);
  });

  it('logs neither a link nor a name', async () => {
    desk.giving = { name: 'Zebedee.txt', contentType: 'text/plain', content: Buffer.from('words') };
    const answer = await graph.gateway.inject({ method: 'GET', url: '/files/Zebedee-link', headers: bearer });
    expect([answer.statusCode, answer.body, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([200, 'words', 'text/plain; charset=utf-8', `attachment; filename="Zebedee.txt"; filename*=UTF-8''Zebedee.txt`]);
    expect(JSON.stringify(graph.lines)).not.toContain('Zebedee');
  });

  it('tells a sender who sends all of a body before listening that it is too large', async () => {
    const { port } = graph.gateway.server.address() as AddressInfo;
    const body = Buffer.alloc(25 * 1024 * 1024 + 1, 'x');
    const heard = await new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST /files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x.y.z\r\ncontent-length: ${body.length}\r\n\r\n`);
        socket.write(body);
      });
      socket.on('data', (chunk) => (answer += chunk.toString())).on('error', reject);
      socket.on('close', () => resolve(answer));
    });
    expect(heard).toMatch(/^HTTP\/1.1 413 [^]*"reason":"TOO_LARGE"/);
    expect(desk.received).toEqual([]);
  });
});
