import type { FastifyReply, FastifyRequest } from 'fastify';
import { FIXED_MESSAGES } from '../errors/codes';
import type { ErrorCode } from '../errors/codes';
import './request-marks';

const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';

/** Answers with one error in GraphQL's shape, whatever went wrong before or outside the graph. `retryAfter` is in seconds. */
export function answerWithError(request: FastifyRequest, reply: FastifyReply, status: number, code: ErrorCode, message: string, retryAfter = status === 503 ? 1 : undefined): FastifyReply {
  request.codes.add(code);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  const accepts = request.headers.accept ?? '';
  const type = accepts.includes('application/graphql-response+json') && !accepts.includes('application/json') ? GRAPHQL_RESPONSE : 'application/json; charset=utf-8';
  return reply.code(status).header('content-type', type).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

const WORDS: Record<number, string> = {
  400: 'The body is not valid JSON.',
  404: 'Nothing is at this address.',
  405: 'This address takes POST.',
  413: 'The body is larger than 1 MB.',
  415: 'The body must be application/json.',
  503: 'The server is shutting down; ask again in a moment.',
};

/** Answers a refusal of the HTTP layer in our own words; the framework's can quote the body. */
export function answerWithStatus(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  if (status === 503) return answerWithError(request, reply, 503, 'SUBGRAPH_UNAVAILABLE', WORDS[503] ?? '');
  if (status < 400 || status >= 500) return answerWithError(request, reply, 500, 'INTERNAL', FIXED_MESSAGES.INTERNAL);
  return answerWithError(request, reply, status, 'BAD_USER_INPUT', WORDS[status] ?? 'The request cannot be understood.');
}
