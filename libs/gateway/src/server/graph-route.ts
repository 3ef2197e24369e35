import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import { Unauthenticated } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { FIXED_MESSAGES } from '../errors/codes';
import { within } from '../execution/within';
import type { Load } from '../guard/load';
import type { Rates } from '../guard/rates';
import { BUSY } from '../guard/shed-load';
import { tooDeepToParse } from '../operation/brackets';
import { LIMITS } from '../operation/limits';
import { SubgraphTimeout, SubgraphUnavailable } from '../transport/transport';
import { answerWithError, answerWithStatus } from './answer-with';
import type { GatewayContext } from './apollo';
import { requestScope } from './request-scope';

export interface ViewerHeaders {
  authorization?: string;
  'x-purpose'?: string;
}

/** Makes a viewer of a request's headers. Throws `Unauthenticated` for a token that is not good. */
export type ViewerOf = (headers: ViewerHeaders, requestId: string) => Promise<Viewer>;

export interface GraphRouteOptions {
  apollo: ApolloServer<GatewayContext>;
  viewerOf: ViewerOf;
  logger: Logger;
  rates: Rates;
  load: Load;
  /** How long it may take to learn who asks. */
  viewerMs: number;
  /** How long the whole request may take. */
  requestMs: number;
}

/** `POST /graphql`: the viewer first, then Apollo. A wrong token is refused whatever is asked. */
export function addGraphRoute(server: FastifyInstance, options: GraphRouteOptions): void {
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  const answer = fastifyApolloHandler(options.apollo, {
    context: (request) => {
      const context = contexts.get(request as FastifyRequest);
      if (!context) throw new Error('A request came to the graph without a viewer.');
      return Promise.resolve(context);
    },
  });
  const { load } = options;
  server.post('/graphql', async (request, reply) => {
    // Its body took time to come; by now there may be too much in hand.
    if (load.full()) return answerWithError(request, reply, 503, 'RATE_LIMITED', BUSY);
    load.inFlight += 1;
    try {
      const context = await admitted(request, reply, options);
      if (!context) return reply;
      contexts.set(request, context);
      return await requestScope.run(request, () => answer.call(server, request as never, reply as never) as Promise<unknown>);
    } finally {
      load.inFlight -= 1;
    }
  });
}

/** Who asks, and until when; null when the request was refused and answered. */
async function admitted(request: FastifyRequest, reply: FastifyReply, options: GraphRouteOptions): Promise<GatewayContext | null> {
  const { viewerOf, logger, rates, viewerMs, requestMs } = options;
  const deadline = Date.now() + requestMs;
  const headers = headersOf(request);
  const barred = rates.login(request.ip, headers.authorization);
  if (barred > 0) return slowedDown(request, reply, barred);
  try {
    const viewer = await within(viewerMs, viewerOf(headers, request.id));
    rates.loggedIn(headers.authorization);
    const wait = rates.request(viewer, request.ip);
    if (wait > 0) return slowedDown(request, reply, wait);
    if (!tooDeepToParse(documentOf(request))) return { viewer, log: logger.child({ requestId: viewer.requestId }), deadline, address: request.ip };
    answerWithError(request, reply, 400, 'TOO_EXPENSIVE', `The document has more than ${LIMITS.brackets} brackets within each other.`);
  } catch (error) {
    if (error instanceof Unauthenticated) rates.loginFailed(request.ip);
    refuse(error, request, reply, logger);
  }
  return null;
}

function slowedDown(request: FastifyRequest, reply: FastifyReply, seconds: number): null {
  answerWithError(request, reply, 429, 'RATE_LIMITED', `Too many requests; ask again in ${seconds} seconds.`, seconds);
  return null;
}

function documentOf({ body }: FastifyRequest): string {
  const query = (body as { query?: unknown } | null | undefined)?.query;
  return typeof query === 'string' ? query : '';
}

function headersOf({ headers }: FastifyRequest): ViewerHeaders {
  const purpose = headers['x-purpose'];
  return {
    ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    ...(typeof purpose === 'string' ? { 'x-purpose': purpose } : {}),
  };
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  if (error instanceof Unauthenticated) return answerWithError(request, reply, 401, 'UNAUTHENTICATED', FIXED_MESSAGES.UNAUTHENTICATED);
  logger.error({ requestId: request.id, error: error instanceof Error ? error.name : typeof error }, 'a viewer could not be made');
  const away = error instanceof SubgraphUnavailable || error instanceof SubgraphTimeout;
  return away ? answerWithError(request, reply, 503, 'SUBGRAPH_UNAVAILABLE', 'Who you are cannot be looked up at the moment.') : answerWithStatus(request, reply, 500);
}
