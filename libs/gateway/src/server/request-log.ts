import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { markRequest } from './request-marks';

/** One line for each request: never an address as it was typed, a header, a body, a document or a value. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onRequest', (request, reply, done) => {
    markRequest(request);
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method, operationName, codes } = request;
    const path = request.routeOptions.url ?? 'elsewhere';
    const line = { requestId, method, path, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime), ...(operationName ? { operationName } : {}), ...(codes.size > 0 ? { codes: [...codes] } : {}) };
    if (path.startsWith('/health/')) logger.debug(line, 'answered');
    else logger.info(line, 'answered');
    done();
  });
}
