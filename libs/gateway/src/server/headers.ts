import type { FastifyInstance } from 'fastify';

/** Answers are about people: nothing keeps, guesses, frames or shares them. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** What a page may do that should never be a page. The explorer sets its own. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

export function protectAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers(HEADERS);
    if (reply.statusCode === 401) void reply.header('www-authenticate', 'Bearer');
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', NOTHING);
    done(null, payload);
  });
}
