import { Kind, executeSync } from 'graphql';
import type { FragmentDefinitionNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import type { PreparedOperation } from './prepare';

/** What an operation asks about the schema itself, by response key. No subgraph is asked. */
export function introspect(schema: GraphQLSchema, prepared: PreparedOperation, variableValues: Record<string, unknown>): Record<string, unknown> {
  const { operation, fragments } = prepared;
  const alone = { ...operation, selectionSet: introspectionOf(operation.selectionSet, fragments) };
  const result = executeSync({ schema, document: { kind: Kind.DOCUMENT, definitions: [alone, ...fragments.values()] }, variableValues });
  return { ...result.data };
}

function introspectionOf(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): SelectionSetNode {
  return { ...set, selections: set.selections.flatMap((selection) => kept(selection, fragments)) };
}

function kept(selection: SelectionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): SelectionNode[] {
  if (selection.kind === Kind.FIELD) return selection.name.value === '__schema' || selection.name.value === '__type' ? [selection] : [];
  if (selection.kind === Kind.INLINE_FRAGMENT) return [{ ...selection, selectionSet: introspectionOf(selection.selectionSet, fragments) }];
  const fragment = fragments.get(selection.name.value);
  if (!fragment) return [];
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition: fragment.typeCondition, directives: selection.directives, selectionSet: introspectionOf(fragment.selectionSet, fragments) }];
}
