import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { SCALARS } from '@qaf/graph';
import type { Logger } from 'pino';
import { graphExecutor } from '../execution/execute';
import { planRunner } from '../execution/runtime';
import { subgraphCaller } from '../execution/subgraph-call';
import { addExplorer } from '../explorer/explorer';
import { apiSchemaOf } from '../schema/api-schema';
import type { SubgraphTransport } from '../transport/transport';
import { answerWithStatus } from './answer-with';
import { apolloServer } from './apollo';
import { drainOnClose } from './drain';
import { addGraphRoute } from './graph-route';
import type { ViewerOf } from './graph-route';
import { addHealth } from './health';
import { protectAnswers } from './headers';
import { logRequests } from './request-log';
import { requestIdOf } from './request-scope';

export interface GatewayOptions {
  /** The composed supergraph, as SDL. */
  supergraph: string;
  /** How each subgraph is reached, by its name in the supergraph. */
  transports: Record<string, SubgraphTransport>;
  viewerOf: ViewerOf;
  /** Hides the schema and the explorer. */
  production: boolean;
  logger: Logger;
  /** Root fields that answer without a token. */
  publicFields: readonly string[];
  /** What the platform still lacks; empty when it is ready. */
  ready(): Promise<string[]>;
  /** How long one fetch of a plan may take; 3,000 ms by default. */
  fetchTimeoutMs?: number;
}

const MEGABYTE = 1_048_576;

/** The gateway as a server that does not listen yet. `close()` lets what is being answered finish. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { supergraph, transports, production, publicFields, logger } = options;
  const schema = apiSchemaOf(supergraph, SCALARS);
  const run = await planRunner(supergraph, subgraphCaller(transports, options.fetchTimeoutMs ?? 3_000));
  const apollo = apolloServer(schema, graphExecutor({ schema, run, production, publicFields }), logger);
  await apollo.start();
  const server = fastify(logger);
  server.addHook('onClose', () => apollo.stop());
  addHealth(server, options.ready);
  addGraphRoute(server, apollo, options.viewerOf, logger);
  if (!production) addExplorer(server);
  refuseOtherMethods(server, production);
  return server;
}

function fastify(logger: Logger): FastifyInstance {
  const server = Fastify({ logger: false, bodyLimit: MEGABYTE, requestTimeout: 30_000, genReqId: (request) => requestIdOf(request.headers['x-request-id']) });
  server.removeContentTypeParser('text/plain');
  logRequests(server, logger);
  protectAnswers(server);
  drainOnClose(server);
  server.setNotFoundHandler((request, reply) => answerWithStatus(request, reply, 404));
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) logger.error({ requestId: request.id, error: error instanceof Error ? error.name : typeof error }, 'a request failed');
    return answerWithStatus(request, reply, status);
  });
  return server;
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function refuseOtherMethods(server: FastifyInstance, production: boolean): void {
  const others = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', ...(production ? ['GET'] : [])];
  server.route({
    method: others as 'PUT'[],
    url: '/graphql',
    handler: (request, reply) => answerWithStatus(request, reply.header('allow', 'POST'), 405),
  });
}
