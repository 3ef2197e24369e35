import { GraphQLError } from 'graphql';
import type { ASTVisitor, ValidationContext } from 'graphql';

/** The planner keeps these names for itself; an alias that takes one would change what it fetches. */
const RESERVED = /^(__|_internal|_entities)/;

export function ReservedAliasRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (!node.alias || !RESERVED.test(node.alias.value)) return;
      context.reportError(new GraphQLError('An alias may not begin with "__", "_internal" or "_entities".', { nodes: [node.alias] }));
    },
  };
}
