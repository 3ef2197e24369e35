import { GraphQLError, isInputType, isNonNullType, typeFromAST } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode, VariableDefinitionNode } from 'graphql';
import { inputFaults } from './input-faults';
import type { InputFault } from './input-faults';

/**
 * Checks the variables of one operation against the API schema.
 * Each error names the variable, the place within it and the type expected, and never repeats a value.
 */
export function variableErrors(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Record<string, unknown>): GraphQLError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const name = definition.variable.name.value;
    return faultsOf(schema, definition, Object.hasOwn(variables, name) ? variables[name] : undefined).map((fault) => errorOf(name, fault, definition));
  });
}

function faultsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, value: unknown): InputFault[] {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  if (value !== undefined) return inputFaults(value, type);
  const needed = isNonNullType(type) && !definition.defaultValue;
  return needed ? [{ path: [], expected: `a value of type "${String(type)}"` }] : [];
}

function errorOf(variable: string, fault: InputFault, node: VariableDefinitionNode): GraphQLError {
  const place = fault.path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), `$${variable}`);
  return new GraphQLError(`Variable "${place}": expected ${fault.expected}.`, { nodes: [node], extensions: { code: 'BAD_USER_INPUT' } });
}
