import { attachment, fileNameIn, FileRefused, FilesForbidden, FilesUnavailable, REFUSALS, takeFiles } from '@qaf/files';
import type { FileDesk, FileRefusal } from '@qaf/files';
import { globalId } from '@qaf/graph';
import { isNobody } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FIXED_MESSAGES } from '../errors/codes';
import { admitViewer } from '../server/admit-viewer';
import type { AdmissionOptions } from '../server/admit-viewer';
import { answerWithError, answerWithStatus } from '../server/answer-with';

export interface FileRouteOptions extends AdmissionOptions {
  desk: FileDesk;
}

/** So many files are on their way through this process at once; each is in memory while it is. */
const MOST_AT_ONCE = 8;

/** `POST /files` hands a file in, `GET /files/:link` fetches one. Both ask who it is before anything of a body is read. */
export function addFileRoutes(server: FastifyInstance, options: FileRouteOptions): void {
  void server.register((scope, _options, done) => {
    const viewers = new WeakMap<FastifyRequest, Viewer>();
    scope.addHook('onRequest', async (request, reply) => {
      const viewer = await admitViewer(request, reply, options);
      if (!viewer) return reply;
      if (isNobody(viewer)) return answerWithError(request, reply, 401, 'UNAUTHENTICATED', FIXED_MESSAGES.UNAUTHENTICATED);
      viewers.set(request, viewer);
      return undefined;
    });
    takeFiles(scope, {
      most: MOST_AT_ONCE,
      busy: (request, reply) => answerWithError(request, reply, 503, 'RATE_LIMITED', 'Many files are on their way; ask again in a moment.', 2),
      form: (request, reply) => answerWithError(request, reply, 415, 'BAD_USER_INPUT', 'Send the file itself as the body, not a form.'),
    });
    scope.setErrorHandler((error, request, reply) => failed(error, request, reply, options));
    const viewerOf = (request: FastifyRequest): Viewer => {
      const viewer = viewers.get(request);
      if (!viewer) throw new Error('A file was asked for without a viewer.');
      return viewer;
    };
    scope.post('/files', { config: { slowBody: true } }, (request, reply) => receive(options.desk, viewerOf(request), request, reply));
    scope.get<{ Params: { link: string } }>('/files/:link', { exposeHeadRoute: false }, (request, reply) => give(options.desk, viewerOf(request), request, reply));
    done();
  });
}

async function receive(desk: FileDesk, viewer: Viewer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { id, name, contentType, bytes, sha256, expiresAt } = await desk.receive(viewer, { name: fileNameIn(request.headers['x-file-name']), content });
  return reply.code(201).send({ id: globalId('FileUpload', id), name, contentType, bytes, sha256, expiresAt: expiresAt.toISOString() });
}

async function give(desk: FileDesk, viewer: Viewer, request: FastifyRequest<{ Params: { link: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const given = await desk.give(viewer, request.params.link);
  if (given === 'ABSENT') return answerWithStatus(request, reply, 404);
  if (given === 'EXPIRED') return answerWithError(request, reply, 410, 'BAD_USER_INPUT', 'This link is no longer open; ask for a new one.');
  const text = given.contentType.startsWith('text/');
  return reply
    .headers({
      'content-type': text ? `${given.contentType}; charset=utf-8` : given.contentType,
      'content-disposition': attachment(given.name),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
    .send(given.content);
}

const STATUSES: Partial<Record<FileRefusal, number>> = { TOO_LARGE: 413, TYPE_NOT_ALLOWED: 415, TOO_MANY_WAITING: 429 };

function failed(error: unknown, request: FastifyRequest, reply: FastifyReply, { logger }: FileRouteOptions): FastifyReply {
  const refused = (error as { statusCode?: number }).statusCode === 413 ? new FileRefused('TOO_LARGE') : error;
  if (refused instanceof FileRefused) return answerRefusal(refused.reason, request, reply);
  if (error instanceof FilesForbidden) return answerWithError(request, reply, 403, 'FORBIDDEN', 'Your roles do not let you hand in files.');
  if (error instanceof FilesUnavailable) return answerWithError(request, reply, 503, 'SUBGRAPH_UNAVAILABLE', 'Files cannot be taken or given at the moment; ask again.', 5);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status >= 500) logger.error({ requestId: request.id, error: error instanceof Error ? error.name : typeof error }, 'a file request failed');
  return answerWithStatus(request, reply, status);
}

/** As every error, with the reason beside the code. */
function answerRefusal(reason: FileRefusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = reason === 'TOO_MANY_WAITING' ? 'RATE_LIMITED' : 'BAD_USER_INPUT';
  request.codes.add(code);
  return reply.code(STATUSES[reason] ?? 422).send({ errors: [{ message: REFUSALS[reason], extensions: { code, reason, requestId: request.id } }] });
}
