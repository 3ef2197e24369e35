import { Kind } from 'graphql';
import type { ArgumentNode, FieldNode, GraphQLArgument, GraphQLField } from 'graphql';
import { LIMITS } from './limits';

const USUAL_PAGE = 25;

export interface PageFault {
  field: string;
  argument: string;
}

/** The arguments of a field that say how many rows it gives: none where it is no list. */
export function pageArguments(field: GraphQLField<unknown, unknown>): GraphQLArgument[] {
  return field.args.filter(({ name }) => name === 'first' || name === 'last');
}

/** How many rows a list is asked for: as given, as the schema says, or 25. A size that no list takes is a fault. */
export function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): { size: number; fault?: PageFault } {
  let size: number | undefined;
  for (const argument of pageArguments(field)) {
    const given = givenSize(node.arguments?.find((one) => one.name.value === argument.name), variables) ?? argument.defaultValue;
    if (given === undefined || given === null) continue;
    if (typeof given !== 'number' || given < 1 || given > LIMITS.page) return { size: LIMITS.page, fault: { field: node.name.value, argument: argument.name } };
    size = Math.max(size ?? 0, given);
  }
  return { size: size ?? USUAL_PAGE };
}

function givenSize(argument: ArgumentNode | undefined, variables: Record<string, unknown>): unknown {
  if (argument?.value.kind === Kind.VARIABLE) return variables[argument.value.name.value];
  return argument?.value.kind === Kind.INT ? Number(argument.value.value) : undefined;
}
