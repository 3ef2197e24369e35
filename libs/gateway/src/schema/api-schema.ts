import { Kind, buildASTSchema, parse, visit } from 'graphql';
import type { ASTNode, ConstDirectiveNode, DocumentNode, FieldDefinitionNode, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { isScalarType } from 'graphql';

/** Federation's own types and directives, which clients never see. */
const MACHINERY = /^(join__|link__|core__|federation__|_)|^(link|core|inaccessible|tag|composeDirective)$/;

/**
 * The schema that clients see: the supergraph without federation's machinery and without anything `@inaccessible`,
 * whose custom scalars check their values as the given ones do. Every field of a root may be null:
 * the part that owns it can be away or refuse, and must not take the answers of the others with it.
 */
export function apiSchemaOf(supergraph: string, scalars: readonly GraphQLScalarType[] = []): GraphQLSchema {
  const schema = buildASTSchema(withOpenRoots(withoutMachinery(parse(supergraph, { noLocation: true }))), { assumeValidSDL: true });
  for (const scalar of scalars) attach(schema, scalar);
  return schema;
}

function attach(schema: GraphQLSchema, scalar: GraphQLScalarType): void {
  const type = schema.getType(scalar.name);
  if (!isScalarType(type)) return;
  type.parseValue = scalar.parseValue;
  type.parseLiteral = scalar.parseLiteral;
}

function withoutMachinery(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, {
    enter(node) {
      if (isHidden(node)) return null;
      if (!('directives' in node) || !node.directives?.length) return undefined;
      return { ...node, directives: (node.directives as readonly ConstDirectiveNode[]).filter((directive) => !MACHINERY.test(directive.name.value)) };
    },
  });
}

function withOpenRoots(document: DocumentNode): DocumentNode {
  return visit(document, { ObjectTypeDefinition: (node) => (node.name.value === 'Query' || node.name.value === 'Mutation' ? { ...node, fields: node.fields?.map(nullable) ?? [] } : false) });
}

function nullable(field: FieldDefinitionNode): FieldDefinitionNode {
  return field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field;
}

function isHidden(node: ASTNode): boolean {
  if (isDefinition(node) && MACHINERY.test(node.name.value)) return true;
  return 'directives' in node && (node.directives ?? []).some((directive) => directive.name.value === 'inaccessible');
}

function isDefinition(node: ASTNode): node is Extract<ASTNode, { name: { value: string } }> {
  return (node.kind.endsWith('TypeDefinition') || node.kind === 'DirectiveDefinition') && 'name' in node;
}
