import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Load } from '../guard/load';
import { BUSY } from '../guard/shed-load';
import { tooDeepToParse } from '../operation/brackets';
import { LIMITS } from '../operation/limits';
import { admitViewer } from './admit-viewer';
import type { AdmissionOptions } from './admit-viewer';
import { answerWithError } from './answer-with';
import type { GatewayContext } from './apollo';
import { requestScope } from './request-scope';

export interface GraphRouteOptions extends AdmissionOptions {
  apollo: ApolloServer<GatewayContext>;
  load: Load;
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
    const pass = await load.enter();
    if (!pass) return answerWithError(request, reply, 503, 'RATE_LIMITED', BUSY);
    try {
      const context = await admitted(request, reply, options);
      if (!context) return reply;
      contexts.set(request, context);
      return await requestScope.run(request, () => answer.call(server, request as never, reply as never) as Promise<unknown>);
    } finally {
      pass.leave();
    }
  });
}

/** Who asks, and until when; null when the request was refused and answered. */
async function admitted(request: FastifyRequest, reply: FastifyReply, options: GraphRouteOptions): Promise<GatewayContext | null> {
  // The wait for its turn counts.
  const deadline = Date.now() - reply.elapsedTime + options.requestMs;
  const viewer = await admitViewer(request, reply, options);
  if (!viewer) return null;
  if (!tooDeepToParse(documentOf(request))) return { viewer, log: options.logger.child({ requestId: viewer.requestId }), deadline, address: request.ip };
  answerWithError(request, reply, 400, 'TOO_EXPENSIVE', `The document has more than ${LIMITS.brackets} brackets within each other.`);
  return null;
}

function documentOf({ body }: FastifyRequest): string {
  const query = (body as { query?: unknown } | null | undefined)?.query;
  return typeof query === 'string' ? query : '';
}
