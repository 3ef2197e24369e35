import { isNobody } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import { fixed } from '../errors/codes';
import { rootFieldsOf } from './root-fields';

/**
 * Refuses a request without a token unless every field it asks of the root is public.
 * `open` are the names that need no token: the child's two fields, and introspection in development.
 */
export function refusalOfNobody(viewer: Viewer, document: DocumentNode, operation: OperationDefinitionNode, open: ReadonlySet<string>): GraphQLError | null {
  if (!isNobody(viewer)) return null;
  for (const name of rootFieldsOf(document, operation)) {
    if (name !== '__typename' && !open.has(name)) return fixed('UNAUTHENTICATED', { status: 401 });
  }
  return null;
}
