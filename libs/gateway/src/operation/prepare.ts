import { Kind, TypeInfo, isAbstractType, isCompositeType, getNamedType, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { rootFieldsOf } from './root-fields';

const INTROSPECTION = new Set(['__schema', '__type', '__typename']);
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** One operation of a document, ready to be planned and completed. */
export interface PreparedOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What the planner gets: this operation alone, without introspection, with the type names that completion needs. Null when no subgraph is to be asked. */
  plannable: DocumentNode | null;
  /** The whole document, where it asks about the schema itself. */
  introspects: boolean;
}

/** Prepares each operation of each parsed document once, so that its plan is kept as long as the document is. */
export function preparer(schema: GraphQLSchema): (document: DocumentNode, operation: OperationDefinitionNode) => PreparedOperation {
  const known = new WeakMap<OperationDefinitionNode, PreparedOperation>();
  return (document, operation) => {
    let prepared = known.get(operation);
    if (!prepared) {
      prepared = prepare(schema, document, operation);
      known.set(operation, prepared);
    }
    return prepared;
  };
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const roots = rootFieldsOf(document, operation);
  const asksSubgraphs = [...roots].some((name) => !INTROSPECTION.has(name));
  return {
    operation,
    fragments,
    plannable: asksSubgraphs ? plannableOf(schema, operation, fragments) : null,
    introspects: roots.has('__schema') || roots.has('__type'),
  };
}

function plannableOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>): DocumentNode {
  const root = withTypeNames(schema, { kind: Kind.DOCUMENT, definitions: [withoutIntrospection(operation), ...fragments.values()] });
  const reached = reachedFragments(root);
  return { ...root, definitions: root.definitions.filter((node) => node.kind !== Kind.FRAGMENT_DEFINITION || reached.has(node.name.value)) };
}

function withoutIntrospection(operation: OperationDefinitionNode): OperationDefinitionNode {
  return visit(operation, { Field: (node) => (node.name.value === '__schema' || node.name.value === '__type' ? null : undefined) });
}

/**
 * Asks each object for its type name exactly where the name is needed: where the type is abstract or a fragment narrows it.
 * Names that the client asked for are left out; completion fills them in.
 */
function withTypeNames(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node, _key, parent) {
          const kept = node.selections.filter((selection) => !isTypeName(selection));
          const type = types.getType();
          const named = type ? getNamedType(type) : undefined;
          const field = parent && 'kind' in parent && parent.kind === Kind.FIELD;
          const needed = field && isCompositeType(named) && (isAbstractType(named) || kept.some((selection) => selection.kind !== Kind.FIELD));
          return { ...node, selections: needed || kept.length === 0 ? [TYPENAME, ...kept] : kept } satisfies SelectionSetNode;
        },
      },
    }),
  );
}

function isTypeName(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename';
}

function reachedFragments(document: DocumentNode): Set<string> {
  const reached = new Set<string>();
  const follow = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) follow(selection.selectionSet);
      } else if (!reached.has(selection.name.value)) {
        reached.add(selection.name.value);
        const fragment = document.definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value);
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) follow(fragment.selectionSet);
      }
    }
  };
  for (const node of document.definitions) if (node.kind === Kind.OPERATION_DEFINITION) follow(node.selectionSet);
  return reached;
}
