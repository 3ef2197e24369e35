import { Kind, valueFromAST, GraphQLBoolean, visit } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { PreparedOperation } from '../operation/prepare';
import { SelectionShape, ShapeWorld } from './shape';

/** Finds the shape of an operation's answer; kept per operation for each combination of its conditions. */
export function shaper(schema: GraphQLSchema): (prepared: PreparedOperation, variables: Record<string, unknown>) => SelectionShape {
  const known = new WeakMap<PreparedOperation, { names: string[]; shapes: Map<string, SelectionShape> }>();
  return (prepared, variables) => {
    let entry = known.get(prepared);
    if (!entry) known.set(prepared, (entry = { names: conditionNames(prepared), shapes: new Map() }));
    const conditions = valuesOf(prepared.operation, entry.names, variables);
    const key = entry.names.map((name) => (conditions[name] ? '1' : '0')).join('');
    let shape = entry.shapes.get(key);
    if (!shape) {
      shape = new SelectionShape(new ShapeWorld(schema, prepared.fragments, conditions), [prepared.operation.selectionSet]);
      // Sixteen conditions could come to 65,536 shapes; few are ever met, and few are kept.
      if (entry.shapes.size < 32) entry.shapes.set(key, shape);
    }
    return shape;
  };
}

function conditionNames(prepared: PreparedOperation): string[] {
  const names = new Set<string>();
  const visitor = {
    Directive(node: { name: { value: string }; arguments?: readonly { value: { kind: string; name?: unknown } }[] }) {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return;
      for (const argument of node.arguments ?? []) {
        if (argument.value.kind === Kind.VARIABLE) names.add((argument.value.name as { value: string }).value);
      }
    },
  };
  visit(prepared.operation, visitor);
  for (const fragment of prepared.fragments.values()) visit(fragment, visitor);
  return [...names];
}

function valuesOf(operation: OperationDefinitionNode, names: string[], variables: Record<string, unknown>): Record<string, boolean> {
  const values: Record<string, boolean> = {};
  for (const name of names) {
    const given = Object.hasOwn(variables, name) ? variables[name] : defaultOf(operation, name);
    values[name] = given === true;
  }
  return values;
}

function defaultOf(operation: OperationDefinitionNode, name: string): unknown {
  const definition = operation.variableDefinitions?.find((node) => node.variable.name.value === name);
  return definition?.defaultValue ? valueFromAST(definition.defaultValue, GraphQLBoolean) : undefined;
}
