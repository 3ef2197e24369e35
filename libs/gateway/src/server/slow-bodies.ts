import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerWithStatus } from './answer-with';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body may take as long as the server lets any. */
    slowBody?: boolean;
  }
}

/** Gives up on a body that has not come within `longestMs`. */
export function limitBodies(server: FastifyInstance, longestMs: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const arrived = (request: FastifyRequest): void => clearTimeout(timers.get(request));
  server.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET' && !request.routeOptions.config.slowBody) {
      timers.set(request, setTimeout(() => void answerWithStatus(request, reply.header('connection', 'close'), 408), longestMs).unref());
    }
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => (arrived(request), done()));
  server.addHook('onResponse', (request, _reply, done) => (arrived(request), done()));
  server.addHook('onRequestAbort', (request, done) => (arrived(request), done()));
}
