import { Unauthenticated } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { FIXED_MESSAGES } from '../errors/codes';
import { within } from '../execution/within';
import type { Rates } from '../guard/rates';
import { SubgraphTimeout, SubgraphUnavailable } from '../transport/transport';
import { answerWithError, answerWithStatus } from './answer-with';

export interface ViewerHeaders {
  authorization?: string;
  'x-purpose'?: string;
}

/** Makes a viewer of a request's headers. Throws `Unauthenticated` for a token that is not good. */
export type ViewerOf = (headers: ViewerHeaders, requestId: string) => Promise<Viewer>;

export interface AdmissionOptions {
  viewerOf: ViewerOf;
  logger: Logger;
  rates: Rates;
  /** How long it may take to learn who asks. */
  viewerMs: number;
}

/** Who asks, nobody among them; null when the request was refused and answered: a wrong token, or too many requests. */
export async function admitViewer(request: FastifyRequest, reply: FastifyReply, options: AdmissionOptions): Promise<Viewer | null> {
  const { viewerOf, logger, rates, viewerMs } = options;
  const headers = headersOf(request);
  const barred = rates.login(request.ip, headers.authorization);
  if (barred > 0) return slowedDown(request, reply, barred);
  try {
    const viewer = await within(viewerMs, viewerOf(headers, request.id));
    rates.loggedIn(headers.authorization);
    const wait = rates.request(viewer, request.ip);
    return wait > 0 ? slowedDown(request, reply, wait) : viewer;
  } catch (error) {
    if (error instanceof Unauthenticated) rates.loginFailed(request.ip);
    refuse(error, request, reply, logger);
    return null;
  }
}

function slowedDown(request: FastifyRequest, reply: FastifyReply, seconds: number): null {
  answerWithError(request, reply, 429, 'RATE_LIMITED', `Too many requests; ask again in ${seconds} seconds.`, seconds);
  return null;
}

function headersOf({ headers }: FastifyRequest): ViewerHeaders {
  const purpose = headers['x-purpose'];
  return {
    ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    ...(typeof purpose === 'string' ? { 'x-purpose': purpose } : {}),
  };
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  if (error instanceof Unauthenticated) return answerWithError(request, reply, 401, 'UNAUTHENTICATED', FIXED_MESSAGES.UNAUTHENTICATED);
  logger.error({ requestId: request.id, error: error instanceof Error ? error.name : typeof error }, 'a viewer could not be made');
  const away = error instanceof SubgraphUnavailable || error instanceof SubgraphTimeout;
  return away ? answerWithError(request, reply, 503, 'SUBGRAPH_UNAVAILABLE', 'Who you are cannot be looked up at the moment.') : answerWithStatus(request, reply, 500);
}
