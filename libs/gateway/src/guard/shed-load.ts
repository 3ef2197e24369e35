import type { FastifyInstance } from 'fastify';
import { answerWithError } from '../server/answer-with';
import type { Load } from './load';

export const BUSY = 'The platform is busy; ask again in a moment.';

/** Refuses what cannot be worked on in time before its body is read; a health check is always answered. */
export function shedLoad(server: FastifyInstance, load: Load): void {
  server.addHook('onListen', () => load.start());
  server.addHook('onClose', () => load.stop());
  server.addHook('onRequest', (request, reply, done) => {
    if (!load.full() || request.routeOptions.url?.startsWith('/health/')) return done();
    answerWithError(request, reply, 503, 'RATE_LIMITED', BUSY);
  });
}
