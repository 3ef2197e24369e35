import type { FastifyReply, FastifyRequest } from 'fastify';
import { FIXED_MESSAGES } from '../errors/codes';
import type { ErrorCode } from '../errors/codes';
import type { Socket } from 'node:net';
import { markRequest } from './request-marks';

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

/** An address that cannot be decoded reaches no hook; it is answered as any other that leads nowhere. */
export function answerOddAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  markRequest(request);
  answerWithStatus(request, reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store'), 404);
}

/** What is no HTTP request, or took too long to become one. */
export function answerNoRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({ errors: [{ message: 'The request cannot be understood.', extensions: { code: 'BAD_USER_INPUT' } }] });
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  socket.destroy(error);
}
