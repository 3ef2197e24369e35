import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MOST_BYTES } from '../type/file-types';
import { readAway } from './read-away';

/** What a form would send: the file must be the body itself. */
const FORMS = /^(multipart\/|application\/x-www-form-urlencoded)/i;

/** Refused for the body, or before it came: the sender is likely still sending. */
const STILL_SENDING: ReadonlySet<number> = new Set([413, 415, 503]);
const READ_AWAY = { bytes: 4 * MOST_BYTES, ms: 10_000 };

export interface TakeFilesOptions {
  /** So many files are held in memory at once. */
  most: number;
  /** Answers whoever comes while all places are taken. */
  busy(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /** Answers a form. */
  form(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

/**
 * Lets the routes of a scope take and give whole files: the body is a Buffer of 25 MB at most, whatever it is called.
 * A place is taken before a byte of the body is read, and left when the answer has gone. A body that is refused is read away first, so that its sender hears why.
 */
export function takeFiles(scope: FastifyInstance, { most, busy, form }: TakeFilesOptions): void {
  const inside = new Set<FastifyRequest>();
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
  scope.addHook('onRequest', (request, reply, done) => {
    if (FORMS.test(request.headers['content-type'] ?? '')) return void form(request, reply);
    if (inside.size >= most) return void busy(request, reply);
    inside.add(request);
    done();
  });
  scope.addHook('onSend', async (request, reply, payload) => {
    if (STILL_SENDING.has(reply.statusCode)) await readAway(request.raw, READ_AWAY);
    return payload;
  });
  scope.addHook('onResponse', (request, _reply, done) => {
    inside.delete(request);
    done();
  });
  scope.addHook('onRequestAbort', (request, done) => {
    inside.delete(request);
    done();
  });
}

/** The name that a sender gave in `x-file-name`, percent-encoded UTF-8; null when none or not readable. */
export function fileNameIn(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > 1_000) return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}
