import type { AddressInfo } from 'node:net';
import { FileRefused, FilesForbidden, FilesUnavailable } from '@qaf/files';
import { nobody, readViewer } from '@qaf/identity';
import Fastify from 'fastify';
import { httpFileDesk } from './http-file-desk';

const SECRET = 'a secret that two processes share here';
const ADA = { ...nobody('request-ada'), personId: '10000000-0000-4000-8000-000000000001' };
const LINK = 'a'.repeat(91);
const RECEIPT = { id: '20000000-0000-4000-8000-000000000002', name: 'Zoë.txt', contentType: 'text/plain', bytes: 5, sha256: 'f'.repeat(64), expiresAt: '2019-06-13T09:00:00.000Z' };

describe('The desk of a part in another process', () => {
  const part = Fastify();
  let status = 200;
  let body: unknown = {};
  let asked: { url: string; person: string; name: unknown; body: unknown }[] = [];
  let desk: ReturnType<typeof httpFileDesk>;

  beforeAll(async () => {
    part.removeAllContentTypeParsers();
    part.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, content, done) => done(null, content));
    part.all('*', async (request, reply) => {
      const { personId } = await readViewer((request.headers.authorization ?? '').slice(7), { audience: 'governance', secret: SECRET });
      asked.push({ url: request.url, person: personId, name: request.headers['x-file-name'], body: request.body?.toString() });
      return reply.code(status).headers({ 'x-file-name': 'Zo%C3%AB.txt' }).send(body);
    });
    await part.listen({ port: 0, host: '127.0.0.1' });
    desk = httpFileDesk({ url: `http://127.0.0.1:${(part.server.address() as AddressInfo).port}`, name: 'governance', secret: SECRET });
  });
  beforeEach(() => void (asked = []));
  afterAll(async () => {
    await desk.close();
    await part.close();
  });

  const receive = (answer: number, told: unknown = {}) => ((status = answer), (body = told), desk.receive(ADA, { name: 'Zoë.txt', content: Buffer.from('words') }));

  it('is handed the file as it is, for the person who asks', async () => {
    expect(await receive(201, RECEIPT)).toEqual({ ...RECEIPT, expiresAt: new Date(RECEIPT.expiresAt) });
    expect(asked).toEqual([{ url: '/files', person: ADA.personId, name: 'Zo%C3%AB.txt', body: 'words' }]);
  });

  it('refuses by reason, and is away when it says anything odd', async () => {
    await expect(receive(422, { reason: 'MACROS' })).rejects.toEqual(new FileRefused('MACROS'));
    await expect(receive(403)).rejects.toBeInstanceOf(FilesForbidden);
    for (const [code, told] of [[422, { reason: 'toString' }], [401, {}], [500, 'select secret'], [503, {}]] as const) await expect(receive(code, told)).rejects.toBeInstanceOf(FilesUnavailable);
  });

  it('gives what a link opens, and is not asked about what is no link', async () => {
    const give = (answer: number, link = LINK) => ((status = answer), (body = Buffer.from('words')), desk.give(ADA, link));
    expect(await give(200)).toEqual({ name: 'Zoë.txt', contentType: 'application/octet-stream', content: Buffer.from('words') });
    expect([await give(404), await give(410), await give(200, '../health/live')]).toEqual(['ABSENT', 'EXPIRED', 'ABSENT']);
    expect(asked.map(({ url }) => url)).toEqual(Array(3).fill(`/files/${LINK}`));
    await expect(give(500)).rejects.toBeInstanceOf(FilesUnavailable);
  });

  it('is away when nothing listens', async () => {
    const nowhere = httpFileDesk({ url: 'http://127.0.0.1:1', name: 'governance', secret: SECRET });
    await expect(nowhere.give(ADA, LINK)).rejects.toBeInstanceOf(FilesUnavailable);
    await nowhere.close();
  });
});
