import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '../errors/codes';

declare module 'fastify' {
  interface FastifyRequest {
    /** The codes of the errors this request is answered with, for its log line. */
    codes: Set<ErrorCode>;
    /** The name of the operation it runs, where it is safe to write down. */
    operationName: string | null;
  }
}

/** Starts what a request gathers for its log line. */
export function markRequest(request: FastifyRequest): void {
  request.codes = new Set();
  request.operationName = null;
}
