import { Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLError, SelectionSetNode } from 'graphql';
import { coded } from '../errors/codes';

/** How large a document may be once its fragments are written out. */
export const MOST_FIELDS = 5_000;
export const MOST_DEPTH = 25;

interface Size {
  fields: number;
  depth: number;
}

/** Refuses a document whose fragments unfold into more than can be planned. The document is free of fragment cycles. */
export function costErrors(document: DocumentNode): GraphQLError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();
  const sizes = document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [sizeOf(node.selectionSet, fragments, measured)] : []));
  if (sizes.some((size) => size.fields > MOST_FIELDS)) return [coded('TOO_EXPENSIVE', `The document asks for more than ${MOST_FIELDS} fields.`, { status: 400 })];
  if (sizes.some((size) => size.depth > MOST_DEPTH)) return [coded('TOO_EXPENSIVE', `The document is nested more than ${MOST_DEPTH} deep.`, { status: 400 })];
  return [];
}

function sizeOf(set: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>, measured: Map<string, Size>): Size {
  const total: Size = { fields: 0, depth: 0 };
  for (const selection of set.selections) {
    const size = selection.kind === Kind.FRAGMENT_SPREAD ? sizeOfFragment(selection.name.value, fragments, measured) : selection.selectionSet ? sizeOf(selection.selectionSet, fragments, measured) : { fields: 0, depth: 0 };
    const own = selection.kind === Kind.FIELD ? 1 : 0;
    total.fields += size.fields + own;
    total.depth = Math.max(total.depth, size.depth + own);
  }
  return total;
}

function sizeOfFragment(name: string, fragments: Map<string, FragmentDefinitionNode>, measured: Map<string, Size>): Size {
  const known = measured.get(name);
  if (known) return known;
  const fragment = fragments.get(name);
  const size = fragment ? sizeOf(fragment.selectionSet, fragments, measured) : { fields: 0, depth: 0 };
  measured.set(name, size);
  return size;
}
