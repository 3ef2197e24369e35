import { fileNameIn, FileRefused, FilesForbidden, FilesUnavailable, type FileDesk, takeFiles } from '@qaf/files';
import { Unauthenticated, type Viewer } from '@qaf/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const MOST_AT_ONCE = 16;

/** A subgraph's desk for files, for the gateway alone: what is refused comes back by its reason. */
export function serveFiles(server: FastifyInstance, desk: FileDesk, viewerOf: (request: FastifyRequest) => Promise<Viewer>): void {
  void server.register((scope, _options, done) => {
    const viewers = new WeakMap<FastifyRequest, Viewer>();
    scope.addHook('onRequest', async (request) => void viewers.set(request, await viewerOf(request)));
    takeFiles(scope, { most: MOST_AT_ONCE, busy: (_request, reply) => reply.code(503).send(), form: (_request, reply) => reply.code(415).send() });
    scope.setErrorHandler((error, _request, reply) => reply.code(statusOf(error)).send(error instanceof FileRefused ? { reason: error.reason } : {}));
    scope.post('/files', async (request, reply) => {
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return reply.code(201).send(await desk.receive(seen(viewers, request), { name: fileNameIn(request.headers['x-file-name']), content }));
    });
    scope.get<{ Params: { link: string } }>('/files/:link', async (request, reply) => give(desk, seen(viewers, request), request.params.link, reply));
    done();
  });
}

async function give(desk: FileDesk, viewer: Viewer, link: string, reply: FastifyReply): Promise<FastifyReply> {
  const given = await desk.give(viewer, link);
  if (given === 'ABSENT') return reply.code(404).send();
  if (given === 'EXPIRED') return reply.code(410).send();
  return reply.headers({ 'content-type': given.contentType, 'x-file-name': encodeURIComponent(given.name) }).send(given.content);
}

function seen(viewers: WeakMap<FastifyRequest, Viewer>, request: FastifyRequest): Viewer {
  const viewer = viewers.get(request);
  if (!viewer) throw new Unauthenticated('no viewer');
  return viewer;
}

function statusOf(error: unknown): number {
  if (error instanceof FileRefused) return 422;
  if (error instanceof FilesForbidden) return 403;
  if (error instanceof FilesUnavailable) return 503;
  if (error instanceof Unauthenticated) return 401;
  return (error as { statusCode?: number }).statusCode ?? 500;
}
