import { SUBGRAPH_NAMES } from '@qaf/database';
import type { FileDesk } from '@qaf/files';
import type { Standing, Viewer } from '@qaf/identity';
import { may, readViewer, Unauthenticated, VIEWER_TOKEN_BYTES } from '@qaf/identity';
import type { DomainEvent, RecordHandover, WaitingEvents } from '@qaf/record';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type DocumentNode, parse, validate } from 'graphql';
import { z } from 'zod';
import type { Subgraph } from '../build';
import { serveFiles } from './serve-files';

export interface ServeOptions {
  subgraph: Subgraph;
  /** Shared with the gateway and the other subgraphs; a request without its signature is answered with nothing. */
  secret: string;
  /** Workforce alone: where a person stands. */
  standingOf?: (subject: string) => Promise<Standing | null>;
  /** Governance alone: where files are handed in and given out. */
  files?: FileDesk;
  /** What of its events waits or failed; asked for by the gateway, for the figures. */
  waiting?: () => Promise<WaitingEvents[]>;
  bodyLimit?: number;
}

const graphBody = z.object({ query: z.string().max(500_000), variables: z.record(z.string(), z.unknown()).nullish(), operationName: z.string().max(200).nullish() });
const eventBody = z.object({ id: z.uuid(), type: z.string().max(200), subject: z.string().max(200), occurredAt: z.string().max(40), data: z.record(z.string(), z.unknown()) });
const standingBody = z.object({ subject: z.string().min(1).max(200) });

/** A batch holds half a million characters at most, and JSON within JSON grows by its quotes. */
const RECORD_BYTES = 2_000_000;

const moment = z.string().max(40);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const sealBody = z.object({
  seq: z.int(),
  fromId: z.int(),
  toId: z.int(),
  count: z.int(),
  rowsDigest: digest,
  previousDigest: digest,
  digest,
  keyMark: z.string().max(40),
  sealedAt: moment,
  lines: z.array(z.string()).max(10_000),
});
const recordBody: z.ZodType<RecordHandover> = z.object({
  from: z.enum(SUBGRAPH_NAMES),
  health: z.object({
    sealedSeq: z.int(),
    sealedAt: moment.nullable(),
    waiting: z.int(),
    waitingSince: moment.nullable(),
    checked: z.object({ at: moment, batches: z.int(), faults: z.array(z.string().max(60)).max(100) }).nullable(),
  }),
  batch: sealBody.nullable(),
});

/** One subgraph over HTTP, for the gateway and the other subgraphs alone. */
export function serveSubgraph({ subgraph, secret, standingOf, files, waiting, bodyLimit = 4_000_000 }: ServeOptions): FastifyInstance {
  // A director's viewer names hundreds of workers: more than Node's own limit for headers.
  const server = Fastify({ logger: false, return503OnClosing: false, bodyLimit, http: { maxHeaderSize: VIEWER_TOKEN_BYTES + 16_384 } });
  const documents = new Map<string, DocumentNode>();
  const viewerOf = (request: FastifyRequest): Promise<Viewer> =>
    readViewer(/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', { audience: subgraph.name, secret });

  server.setErrorHandler((error, _request, reply) => refused(error, reply));
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ errors: [{ message: 'Nothing is here.' }] }));
  server.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  server.get('/health/live', () => ({ live: true }));
  server.get('/health/ready', async (_request, reply) => {
    const missing = await subgraph.missing();
    return reply.code(missing.length === 0 ? 200 : 503).send({ ready: missing.length === 0 });
  });

  server.post('/graphql', async (request) => {
    const viewer = await viewerOf(request);
    const body = graphBody.parse(request.body);
    const document = parsed(documents, subgraph, body.query);
    return subgraph.execute({ document, variables: body.variables ?? undefined, operationName: body.operationName ?? undefined, viewer });
  });
  server.post('/events', async (request, reply) => {
    if (!may(await viewerOf(request), 'event.handle')) return reply.code(403).send({ errors: [{ message: 'Not yours to send.', extensions: { code: 'FORBIDDEN' } }] });
    await subgraph.handle(eventBody.parse(request.body) as DomainEvent);
    return reply.code(204).send();
  });
  if (subgraph.receivesRecord) {
    server.post('/record', { bodyLimit: RECORD_BYTES }, async (request, reply) => {
      if (!may(await viewerOf(request), 'record-of-access.receive')) return reply.code(403).send({ errors: [{ message: 'Not yours to send.', extensions: { code: 'FORBIDDEN' } }] });
      return subgraph.receiveRecord(recordBody.parse(request.body), secret);
    });
  }
  if (standingOf) {
    server.post('/standing', async (request) => {
      await viewerOf(request);
      return { standing: await standingOf(standingBody.parse(request.body).subject) };
    });
  }
  if (waiting) {
    server.post('/waiting', async (request) => {
      await viewerOf(request);
      return { waiting: (await waiting()).map(({ state, count }) => ({ state, count })) };
    });
  }
  if (files) serveFiles(server, files, viewerOf);
  return server;
}

const MOST_DOCUMENTS = 1_000;

function parsed(documents: Map<string, DocumentNode>, subgraph: Subgraph, query: string): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query, { maxTokens: 20_000 });
  if (validate(subgraph.schema, document).length > 0) throw new BadRequest();
  if (documents.size >= MOST_DOCUMENTS) documents.clear();
  documents.set(query, document);
  return document;
}

class BadRequest extends Error {}

function refused(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof Unauthenticated) return reply.code(401).send({ errors: [{ message: 'Not signed in.', extensions: { code: 'UNAUTHENTICATED' } }] });
  const status = (error as { statusCode?: number }).statusCode;
  const bad = error instanceof BadRequest || error instanceof z.ZodError || (status !== undefined && status < 500) || (error as Error).name === 'GraphQLError';
  return bad
    ? reply.code(status && status < 500 ? status : 400).send({ errors: [{ message: 'The request is malformed.', extensions: { code: 'BAD_USER_INPUT' } }] })
    : reply.code(500).send({ errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }] });
}
