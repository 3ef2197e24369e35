import type { Viewer } from '@qaf/identity';
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';

/** One fetch of a query plan: what a subgraph is asked, and on whose behalf. */
export interface SubgraphRequest {
  document: DocumentNode;
  /** The same document as text. */
  query: string;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  viewer: Viewer;
}

/** What a subgraph answers, in GraphQL's shape. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

/** A way to reach one subgraph. Refusals of single fields come back in `errors`; a subgraph that does not answer throws. */
export interface SubgraphTransport {
  execute(request: SubgraphRequest): Promise<SubgraphAnswer>;
}

/** The subgraph did not answer, or not in the shape of an answer. Its message is for logs only and holds no address. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
}

/** The subgraph took longer than it may. */
export class SubgraphTimeout extends Error {
  override readonly name = 'SubgraphTimeout';
}
