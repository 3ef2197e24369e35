import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { FileDesk } from '@qaf/files';
import { SCALARS } from '@qaf/graph';
import type { Logger } from 'pino';
import { graphExecutor } from '../execution/execute';
import { planRunner } from '../execution/runtime';
import { subgraphCaller } from '../execution/subgraph-call';
import { addExplorer } from '../explorer/explorer';
import { addFileRoutes } from '../files/file-routes';
import { allowOrigins } from '../guard/cross-origin';
import { GUARD_DEFAULTS } from '../guard/guard-settings';
import type { GuardSettings } from '../guard/guard-settings';
import { Load } from '../guard/load';
import { Rates } from '../guard/rates';
import { shedLoad } from '../guard/shed-load';
import { Metrics } from '../metrics/metrics';
import { countRequests } from '../metrics/request-metrics';
import { apiSchemaOf } from '../schema/api-schema';
import type { SubgraphTransport } from '../transport/transport';
import type { ViewerOf } from './admit-viewer';
import { answerNoRequest, answerOddAddress, answerWithStatus } from './answer-with';
import { apolloServer } from './apollo';
import { drainOnClose } from './drain';
import { addGraphRoute } from './graph-route';
import { addHealth } from './health';
import { protectAnswers } from './headers';
import { logRequests } from './request-log';
import { requestIdOf } from './request-scope';
import { limitBodies } from './slow-bodies';

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
  /** Where files are handed in and given out; without one there is no /files. */
  files?: FileDesk;
  /** What the platform still lacks; empty when it is ready. */
  ready(): Promise<string[]>;
  /** How long one fetch of a plan may take; 2,500 ms by default. */
  fetchTimeoutMs?: number;
  /** Who may ask how often, and how much at once. */
  guard?: Partial<GuardSettings>;
  /** The clock of the guard, in milliseconds; tests set it. */
  clock?: () => number;
  /** Where figures are kept for those who watch. */
  metrics?: Metrics;
}

const MEGABYTE = 1_048_576;
/** How long a request may take to arrive, and one with a file. */
const SLOWEST_BODY_MS = 10_000;
const SLOWEST_FILE_MS = 60_000;
/** No more than Node's own limit for a request's head: an address that is too long is answered like any other that leads nowhere. */
const LONGEST_ADDRESS = 16_384;
const FETCH_MS = 2_500;
/** Who asks is learned first, the rest is fetched in what is left of five seconds. */
const VIEWER_MS = 2_000;
const REQUEST_MS = 4_700;

/** The gateway as a server that does not listen yet. `close()` lets what is being answered finish. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { supergraph, transports, production, publicFields, logger, metrics = new Metrics() } = options;
  const guard = { ...GUARD_DEFAULTS, ...options.guard };
  const schema = apiSchemaOf(supergraph, SCALARS);
  const run = await planRunner(supergraph, subgraphCaller({ transports, timeoutMs: options.fetchTimeoutMs ?? FETCH_MS, metrics }));
  const rates = new Rates({ ...guard, ...(options.clock && { clock: options.clock }) });
  const load = new Load(guard);
  const guess = (address: string, count: number): number => rates.guess(address, count);
  const apollo = apolloServer(schema, graphExecutor({ schema, run, production, publicFields, guess }), logger);
  await apollo.start();
  const server = fastify(logger, guard);
  shedLoad(server, load);
  allowOrigins(server, guard.origins);
  countRequests(server, metrics, load);
  server.addHook('onClose', () => apollo.stop());
  addHealth(server, options.ready);
  const admission = { viewerOf: options.viewerOf, logger, rates, viewerMs: VIEWER_MS };
  addGraphRoute(server, { ...admission, apollo, load, requestMs: REQUEST_MS });
  if (options.files) addFileRoutes(server, { ...admission, desk: options.files });
  if (!production) addExplorer(server);
  refuseOtherMethods(server, production);
  return server;
}

function fastify(logger: Logger, { trustedProxies }: GuardSettings): FastifyInstance {
  // A request that is on its way while the server closes is answered like any other, and its connection ends with it.
  const server = Fastify({ return503OnClosing: false, frameworkErrors: answerOddAddress, clientErrorHandler: answerNoRequest, logger: false, routerOptions: { maxParamLength: LONGEST_ADDRESS }, bodyLimit: MEGABYTE, requestTimeout: SLOWEST_FILE_MS, http: { headersTimeout: SLOWEST_BODY_MS, connectionsCheckingInterval: 1_000 }, trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false, genReqId: (request) => requestIdOf(request.headers['x-request-id']) });
  server.removeContentTypeParser('text/plain');
  logRequests(server, logger);
  protectAnswers(server);
  drainOnClose(server);
  limitBodies(server, SLOWEST_BODY_MS);
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
