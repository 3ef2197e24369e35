import type { Viewer } from '@qaf/identity';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { complete } from '../answer/complete';
import { shaper } from '../answer/shapes-of';
import { coded, fixed } from '../errors/codes';
import { variableErrors } from '../input/variables';
import { costCheck } from '../operation/cost-check';
import { introspect } from '../operation/introspect';
import { preparer } from '../operation/prepare';
import { refusalOfNobody } from '../operation/public-fields';
import { countOfRoots } from '../operation/root-fields';
import { validator } from '../operation/validate';
import type { PlanRunner, PlannedRun } from './runtime';

export interface GraphRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode | undefined;
  variables: Record<string, unknown>;
  viewer: Viewer;
  log: Logger;
  /** When the answer must be there, as `Date.now()` tells it. */
  deadline: number;
  /** Where the request came from. */
  address: string;
}

export type GraphExecutor = (request: GraphRequest) => Promise<ExecutionResult>;

export interface GraphOptions {
  schema: GraphQLSchema;
  run: PlanRunner;
  production: boolean;
  publicFields: readonly string[];
  /** Counts tries at the public fields from an address; answers how many seconds to wait when there were too many. */
  guess(address: string, count: number): number;
}

/**
 * Answers one operation: guarded, validated, its variables checked, planned, run and completed.
 * A request refused as a whole has errors and no `data`.
 */
export function graphExecutor(options: GraphOptions): GraphExecutor {
  const { schema, run, production } = options;
  const guessed = new Set(options.publicFields);
  const open = new Set(production ? options.publicFields : [...options.publicFields, '__schema', '__type']);
  const validate = validator(schema, production);
  const costOf = costCheck(schema);
  const prepare = preparer(schema);
  const shapeOf = shaper(schema);
  return async ({ document, operation, variables, viewer, log, deadline, address }) => {
    if (!operation) return { errors: [coded('BAD_USER_INPUT', 'Name the operation to run: the document holds several, none, or not that one.', { status: 400 })] };
    const refused = refusalOfNobody(viewer, document, operation, open);
    if (refused) return { errors: [refused] };
    const root = schema.getRootType(operation.operation);
    if (!root) return { errors: [coded('BAD_USER_INPUT', 'The graph takes queries and mutations.', { status: 400 })] };
    const faults = firstFaults(() => validate(document), () => variableErrors(schema, operation, variables), () => costOf(document, operation, variables));
    if (faults.length > 0) return { errors: faults };
    const wait = options.guess(address, countOfRoots(document, operation, guessed));
    if (wait > 0) return { errors: [tooOften(wait)] };
    const prepared = prepare(document, operation);
    const told = prepared.introspects ? introspect(schema, prepared, variables) : {};
    const asked = prepared.plannable ? await guarded(() => run(prepared.plannable as DocumentNode, variables, { viewer, log, deadline, late: new Set() }), log) : NOTHING;
    if (!asked) return { errors: [fixed('INTERNAL', { status: 500 })] };
    const { data, errors } = complete(shapeOf(prepared, variables), root, { ...asked.data, ...told }, asked.errors);
    return errors.length > 0 ? { data, errors } : { data };
  };
}

/** Each field that takes a token counts by itself, so that a document of many is many guesses. */
function tooOften(seconds: number): GraphQLError {
  return coded('RATE_LIMITED', `Too many tries from here; ask again in ${seconds} seconds.`, { status: 429, retryAfter: seconds });
}

const NOTHING: PlannedRun = { data: {}, errors: [] };

/** The run, or null when the planner or the runtime fails; their words can hold the document. */
async function guarded(work: () => Promise<PlannedRun>, log: Logger): Promise<PlannedRun | null> {
  try {
    return await work();
  } catch (error) {
    log.error({ code: 'INTERNAL', error: error instanceof Error ? error.name : typeof error }, 'an operation could not be planned or run');
    return null;
  }
}

function firstFaults(...checks: (() => readonly GraphQLError[])[]): readonly GraphQLError[] {
  for (const check of checks) {
    const faults = check();
    if (faults.length > 0) return faults;
  }
  return [];
}
