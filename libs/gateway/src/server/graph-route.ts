import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import { Unauthenticated } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { FIXED_MESSAGES } from '../errors/codes';
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

/** `POST /graphql`: the viewer first, then Apollo. A wrong token is refused whatever is asked. */
export function addGraphRoute(server: FastifyInstance, apollo: ApolloServer<GatewayContext>, viewerOf: ViewerOf, logger: Logger): void {
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => {
      const viewer = viewers.get(request as FastifyRequest);
      if (!viewer) throw new Error('A request came to the graph without a viewer.');
      return Promise.resolve({ viewer, log: logger.child({ requestId: viewer.requestId }) });
    },
  });
  server.post('/graphql', async (request, reply) => {
    try {
      viewers.set(request, await viewerOf(headersOf(request), request.id));
    } catch (error) {
      return refuse(error, request, reply, logger);
    }
    return requestScope.run(request, () => answer.call(server, request as never, reply as never) as Promise<unknown>);
  });
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
