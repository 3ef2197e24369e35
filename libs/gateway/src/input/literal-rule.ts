import { GraphQLError, ValuesOfCorrectTypeRule } from 'graphql';
import type { ASTVisitor, ValidationContext, ValueNode } from 'graphql';
import { isStorable } from './storable-text';

const MISSING = /^Field "[^"]+" of required type "[^"]+" was not provided\.$/;

/**
 * The standard's rule for literal values, in words that name the argument and the type but never the value.
 * The standard's own words quote what was written.
 */
export function LiteralValuesRule(context: ValidationContext): ASTVisitor {
  const quiet = new Proxy(context, {
    get(target, property) {
      if (property === 'reportError') return (error: GraphQLError) => target.reportError(withoutValue(target, error));
      const member: unknown = Reflect.get(target, property, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return ValuesOfCorrectTypeRule(quiet);
}

/** Refuses text in the document that PostgreSQL could not hold, and numbers that the planner could not. */
export function StorableValuesRule(context: ValidationContext): ASTVisitor {
  const number = (node: ValueNode & { value: string }): void => {
    if (Math.abs(Number(node.value)) <= Number.MAX_SAFE_INTEGER) return;
    context.reportError(new GraphQLError(`${placeOf(context)}: the number is too large.`, { nodes: [node] }));
  };
  return {
    IntValue: number,
    FloatValue: number,
    StringValue(node) {
      if (isStorable(node.value)) return;
      context.reportError(new GraphQLError(`${placeOf(context)}: the text holds characters that cannot be kept.`, { nodes: [node] }));
    },
  };
}

function withoutValue(context: ValidationContext, error: GraphQLError): GraphQLError {
  const type = context.getInputType() ?? context.getParentInputType();
  const expected = type ? `expected a value of type "${String(type)}".` : 'the value does not fit.';
  return new GraphQLError(`${placeOf(context)}: ${MISSING.test(error.message) ? error.message : expected}`, { nodes: error.nodes });
}

function placeOf(context: ValidationContext): string {
  const argument = context.getArgument();
  return argument ? `Argument "${argument.name}"` : 'A value in the document';
}
