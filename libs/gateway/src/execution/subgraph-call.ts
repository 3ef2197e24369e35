import type { Viewer } from '@qaf/identity';
import { print } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { fixed } from '../errors/codes';
import type { FIXED_MESSAGES } from '../errors/codes';
import { SubgraphTimeout, SubgraphUnavailable } from '../transport/transport';
import type { SubgraphAnswer, SubgraphRequest, SubgraphTransport } from '../transport/transport';
import { countFetch } from '../metrics/request-metrics';
import type { Metrics } from '../metrics/metrics';
import { failurePlaces } from './failure-places';
import { relayed } from './subgraph-errors';
import { within } from './within';

/** On whose behalf a plan runs, and where its troubles are written down. */
export interface CallContext {
  viewer: Viewer;
  log: Logger;
  /** When the whole request must be answered, as `Date.now()` tells it. */
  deadline: number;
  /** Subgraphs that have kept this request waiting for too long already; they are not waited for again. */
  late: Set<string>;
}

export interface CallerOptions {
  transports: Record<string, SubgraphTransport>;
  /** How long one fetch may take. */
  timeoutMs: number;
  metrics: Metrics;
}

export interface SubgraphFetch {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  context: CallContext;
}

export type SubgraphCaller = (subgraph: string, fetch: SubgraphFetch) => Promise<ExecutionResult>;

/** Asks one subgraph. Never throws: what goes wrong comes back as errors at the fields that stay empty. */
export function subgraphCaller({ transports, timeoutMs, metrics }: CallerOptions): SubgraphCaller {
  const texts = new WeakMap<DocumentNode, string>();
  return async (subgraph, fetch) => {
    const { document, variables, operationName, context } = fetch;
    let query = texts.get(document);
    if (query === undefined) texts.set(document, (query = print(document)));
    const since = performance.now();
    let outcome = 'answered';
    try {
      const transport = transports[subgraph];
      if (!transport) throw new SubgraphUnavailable('no way to reach it');
      if (context.late.has(subgraph)) throw new SubgraphTimeout();
      const request: SubgraphRequest = { document, query, variables, operationName, viewer: context.viewer };
      return checked(subgraph, fetch, await within(Math.min(timeoutMs, context.deadline - Date.now()), transport.execute(request)));
    } catch (error) {
      outcome = codeOf(error);
      return failed(subgraph, fetch, error);
    } finally {
      countFetch(metrics, subgraph, outcome, performance.now() - since);
    }
  };
}

function failed(subgraph: string, { document, variables, context }: SubgraphFetch, error: unknown): ExecutionResult {
  const code = codeOf(error);
  if (code === 'TIMEOUT') context.late.add(subgraph);
  context.log.error({ subgraph, code, error: nameOf(error) }, 'a subgraph gave no answer');
  return { errors: failurePlaces(document, variables).map((path) => fixed(code, { path })) };
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
