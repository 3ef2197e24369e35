import type { FastifyInstance } from 'fastify';

/** How long a browser remembers what it was allowed, in seconds. */
const REMEMBERED = '600';

const ALLOWED = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-file-name, x-purpose, x-request-id',
  'access-control-max-age': REMEMBERED,
};

/** Lets pages of these origins ask, by name; with none, no answer mentions another origin. Cookies are never asked for. */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return done();
    void reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'x-request-id, retry-after, content-disposition');
    if (request.method !== 'OPTIONS' || !['GET', 'POST'].includes(request.headers['access-control-request-method'] ?? '')) return done();
    void reply.headers(ALLOWED).code(204).send();
  });
}
