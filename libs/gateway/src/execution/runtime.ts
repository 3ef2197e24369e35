import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { looseSchemaOf } from '../schema/loose-schema';
import { subgraphNamesIn } from '../schema/subgraph-names';
import type { CallContext, SubgraphCaller, SubgraphFetch } from './subgraph-call';

export interface PlannedRun {
  data: Record<string, unknown>;
  errors: readonly GraphQLError[];
}

/** Plans a document and runs the plan over the subgraphs. The same document object is planned once. */
export type PlanRunner = (document: DocumentNode, variables: Record<string, unknown>, context: CallContext) => Promise<PlannedRun>;

export async function planRunner(supergraph: string, call: SubgraphCaller): Promise<PlanRunner> {
  const { executor, getSubgraphSchema } = await unifiedGraphHandler({
    unifiedGraph: looseSchemaOf(supergraph),
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: (subgraph, request) => call(subgraph, request as SubgraphFetch),
  });
  if (!executor) throw new Error('The query runtime offers no executor.');
  // The runtime builds its subgraph schemas when one is first needed; at start nobody waits for it.
  for (const name of subgraphNamesIn(supergraph).slice(0, 1)) getSubgraphSchema(name);
  return async (document, variables, context) => {
    const result = (await executor({ document, variables, context })) as ExecutionResult;
    return { data: (result.data as Record<string, unknown> | undefined) ?? {}, errors: result.errors ?? [] };
  };
}
