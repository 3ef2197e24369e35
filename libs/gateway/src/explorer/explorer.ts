import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { answerWithStatus } from '../server/answer-with';

/** `GET /graphql` for browsers, in development: one page with nothing from elsewhere, so that it works without the internet. */
export function addExplorer(server: FastifyInstance): void {
  const page = readFileSync(join(__dirname, 'explorer.html'), 'utf8');
  const policy = policyFor(page);
  server.get('/graphql', (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) return answerWithStatus(request, reply.header('allow', 'POST'), 405);
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
}

/** Allows the page its own script and style by their hash, asks of this server, and nothing else. */
function policyFor(page: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(page, 'script')}'`,
    `style-src '${hashOf(page, 'style')}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashOf(page: string, tag: string): string {
  const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
