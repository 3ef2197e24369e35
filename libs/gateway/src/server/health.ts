import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process answers. `/health/ready`: it can do its work, or 503 with what is missing. */
export function addHealth(server: FastifyInstance, ready: () => Promise<string[]>): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const missing = await ready().catch(() => ['readiness']);
    return missing.length === 0 ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', missing });
  });
}
