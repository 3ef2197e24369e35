import type { FastifyInstance } from 'fastify';

/** How long an answer may take once the server closes. */
const PATIENCE_MS = 10_000;

/** While the server closes, each answer ends its connection: one that a client keeps would hold the end up for a minute. */
export function drainOnClose(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    setTimeout(() => server.server.closeAllConnections(), PATIENCE_MS).unref();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
}
