import { Kind, isObjectType, valueFromASTUntyped, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { coded } from '../errors/codes';
import { CostMeter } from './answer-cost';
import { LIMITS } from './limits';

export type CostCheck = (document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>) => readonly GraphQLError[];

interface Known {
  fragments: Map<string, FragmentDefinitionNode>;
  /** The variables that say how long a page is. */
  names: string[];
  answers: Map<string, readonly GraphQLError[]>;
}

/** So many combinations of page sizes are remembered for one operation. */
const MOST_ANSWERS = 50;

/** Refuses what could come to too large an answer with these variables; each operation is measured once for the same page sizes. */
export function costCheck(schema: GraphQLSchema): CostCheck {
  const operations = new WeakMap<OperationDefinitionNode, Known>();
  return (document, operation, variables) => {
    let known = operations.get(operation);
    if (!known) operations.set(operation, (known = knownOf(document, operation)));
    const sizes = Object.fromEntries(known.names.map((name) => [name, Object.hasOwn(variables, name) ? variables[name] : defaultOf(operation, name)]));
    const key = JSON.stringify(sizes);
    let answer = known.answers.get(key);
    if (!answer) {
      answer = errorsOf(schema, known, operation, sizes);
      if (known.answers.size < MOST_ANSWERS) known.answers.set(key, answer);
    }
    return answer;
  };
}

function errorsOf(schema: GraphQLSchema, { fragments }: Known, operation: OperationDefinitionNode, sizes: Record<string, unknown>): GraphQLError[] {
  const root = schema.getRootType(operation.operation);
  if (!isObjectType(root)) return [];
  const { cost, faults } = new CostMeter(schema, fragments, sizes).measure(operation.selectionSet, root);
  if (faults.length > 0) return faults.slice(0, 10).map(({ field, argument }) => coded('BAD_USER_INPUT', `Argument "${argument}" of "${field}" must be from 1 to ${LIMITS.page}.`, { status: 400 }));
  if (cost <= LIMITS.cost) return [];
  return [coded('TOO_EXPENSIVE', `The answer could hold more than ${LIMITS.cost} values. Ask for smaller pages, or for fewer lists within lists.`, { status: 400 })];
}

function knownOf(document: DocumentNode, operation: OperationDefinitionNode): Known {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const names = new Set<string>();
  for (const node of [operation, ...fragments.values()]) {
    visit(node, {
      Argument: ({ name, value }) => {
        if ((name.value === 'first' || name.value === 'last') && value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return { fragments, names: [...names], answers: new Map() };
}

function defaultOf(operation: OperationDefinitionNode, name: string): unknown {
  const value = operation.variableDefinitions?.find((node) => node.variable.name.value === name)?.defaultValue;
  // An Int is kept as a number; anything else is no page size.
  return value?.kind === Kind.INT ? (valueFromASTUntyped(value) as number) : undefined;
}
