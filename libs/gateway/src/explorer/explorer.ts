import type { FastifyInstance } from 'fastify';
import { answerWithStatus } from '../server/answer-with';

/** `GET /graphql` for browsers, in development. */
export function addExplorer(server: FastifyInstance): void {
  server.get('/graphql', (request, reply) => answerWithStatus(request, reply.header('allow', 'POST'), 405));
}
