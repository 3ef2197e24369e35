import { buildASTSchema, Kind, parse, visit } from 'graphql';
import type { GraphQLSchema, TypeNode } from 'graphql';

/**
 * The supergraph in which every answer may be null.
 *
 * The runtime drops an object that lacks a non-null field without a word. Asked with this schema it keeps what came,
 * and `complete` then reports each null against the true schema.
 */
export function looseSchemaOf(supergraph: string): GraphQLSchema {
  const document = visit(parse(supergraph, { noLocation: true }), {
    [Kind.FIELD_DEFINITION]: (node) => ({ ...node, type: nullable(node.type) }),
  });
  return buildASTSchema(document, { assumeValidSDL: true, assumeValid: true });
}

function nullable(type: TypeNode): TypeNode {
  if (type.kind === Kind.NON_NULL_TYPE) return nullable(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...type, type: nullable(type.type) } : type;
}
