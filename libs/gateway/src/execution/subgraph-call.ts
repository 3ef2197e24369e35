import type { Viewer } from '@qaf/identity';
import { print } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { fixed } from '../errors/codes';
import type { FIXED_MESSAGES } from '../errors/codes';
import { SubgraphTimeout, SubgraphUnavailable } from '../transport/transport';
import type { SubgraphAnswer, SubgraphRequest, SubgraphTransport } from '../transport/transport';
import { failurePlaces } from './failure-places';
import { relayed } from './subgraph-errors';

/** On whose behalf a plan runs, and where its troubles are written down. */
export interface CallContext {
  viewer: Viewer;
  log: Logger;
}

export interface SubgraphFetch {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  context: CallContext;
}

export type SubgraphCaller = (subgraph: string, fetch: SubgraphFetch) => Promise<ExecutionResult>;

/** Asks one subgraph. Never throws: what goes wrong comes back as errors at the fields that stay empty. */
export function subgraphCaller(transports: Record<string, SubgraphTransport>, timeoutMs: number): SubgraphCaller {
  const texts = new WeakMap<DocumentNode, string>();
  return async (subgraph, fetch) => {
    let query = texts.get(fetch.document);
    if (query === undefined) texts.set(fetch.document, (query = print(fetch.document)));
    const { document, variables, operationName, context } = fetch;
    try {
      const transport = transports[subgraph];
      if (!transport) throw new SubgraphUnavailable('no way to reach it');
      const answer = await within(timeoutMs, transport.execute({ document, query, variables, operationName, viewer: context.viewer } satisfies SubgraphRequest));
      return checked(subgraph, fetch, answer);
    } catch (error) {
      const code = codeOf(error);
      context.log.error({ subgraph, code, error: nameOf(error) }, 'a subgraph gave no answer');
      return { errors: failurePlaces(document, variables).map((path) => fixed(code, { path })) };
    }
  };
}

function checked(subgraph: string, fetch: SubgraphFetch, answer: SubgraphAnswer): ExecutionResult {
  if (!answer.errors?.length) {
    if (answer.data) return { data: answer.data };
    throw new SubgraphUnavailable('an answer without data');
  }
  const errors = answer.errors.map(relayed);
  const masked = errors.filter((error) => error.extensions['code'] === 'INTERNAL').length;
  if (masked > 0) fetch.context.log.error({ subgraph, code: 'INTERNAL', count: masked }, 'a subgraph answered with an error of its own');
  if (answer.data || errors.some((error) => error.path)) return { data: answer.data ?? null, errors };
  // Refused as a whole: the refusal stands at each field that was asked for.
  const first = errors[0];
  return { errors: first ? failurePlaces(fetch.document, fetch.variables).map((path) => relayed({ ...first.toJSON(), path })) : [] };
}

function codeOf(error: unknown): keyof typeof FIXED_MESSAGES {
  if (error instanceof SubgraphTimeout) return 'TIMEOUT';
  return error instanceof SubgraphUnavailable ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The work's result, or SubgraphTimeout when it takes longer; the work itself is left to end. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SubgraphTimeout()), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
