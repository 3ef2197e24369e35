import { defaultFieldResolver, getNamedType, type GraphQLAbstractType, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { GraphContext } from '../context';
import { type OnRecord, type SubgraphDefinition, stub } from './definition';

const KINDS = ['personal', 'changes', 'open'] as const;
type Field = GraphQLField<unknown, GraphContext>;

/**
 * Every object that is given out as a personal type goes on record, whatever field leads to it: no loader and no list can
 * forget it. It is looked at once, as the field gives it, and not for each of its own fields. Throws, naming them, on types
 * with an id that the definition does not sort, or sorts twice.
 */
export function putOnRecord(definition: SubgraphDefinition, schema: GraphQLSchema): void {
  refuseUnsorted(definition, schema);
  const personal = new Set(definition.onRecord.personal.filter((name) => definition.references[name] !== stub));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) watch(schema, field, personal);
  }
}

/** The types whose refusals go on record here, the stubs of other owners' included. */
export function refusalTypes(onRecord: OnRecord): string[] {
  return [...onRecord.personal, ...onRecord.changes];
}

interface Given {
  id?: unknown;
  __typename?: unknown;
}

/** Puts what a field gives on record, where it gives things of a personal type, before anything is made of it. */
function watch(schema: GraphQLSchema, field: Field, personal: ReadonlySet<string>): void {
  const target = getNamedType(field.type);
  const possible = isAbstractType(target) ? schema.getPossibleTypes(target) : [target];
  if (!possible.some(({ name }) => personal.has(name))) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args, context: GraphContext, info) => {
    const note = (given: unknown): unknown => {
      if (given === null || given === undefined || given instanceof Error) return given;
      if (Array.isArray(given)) return given.map(note);
      if (isThenable(given)) return given.then(note);
      const name = isAbstractType(target) ? nameOf(target, given, context, info) : target.name;
      if (!personal.has(name)) return given;
      const { id } = given as Given;
      if (typeof id !== 'string') throw new Error(`A ${name} that ${field.name} gives has no id.`);
      context.unit.saw(name, id);
      return given;
    };
    return note(resolve(row, args, context, info));
  };
}

function nameOf(type: GraphQLAbstractType, given: Given, context: GraphContext, info: GraphQLResolveInfo): string {
  const name = given.__typename ?? type.resolveType?.(given, context, info, type);
  if (typeof name !== 'string') throw new Error(`What is given as ${type.name} does not say of which type it is.`);
  return name;
}

function isThenable(given: unknown): given is Promise<unknown> {
  return typeof (given as { then?: unknown }).then === 'function';
}

function refuseUnsorted({ name, onRecord }: SubgraphDefinition, schema: GraphQLSchema): void {
  const withId = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_') && ('id' in type.getFields() || 'ref' in type.getFields()));
  const times = (type: string): number => KINDS.filter((kind) => onRecord[kind].includes(type)).length;
  const faults = [
    ...withId.filter((type) => times(type.name) !== 1).map((type) => `${type.name} must be one of personal, changes and open`),
    ...KINDS.flatMap((kind) => onRecord[kind]).filter((type) => !isObjectType(schema.getType(type))).map((type) => `${type} is no type of it`),
  ];
  if (faults.length > 0) throw new Error(`${name}: what goes on record is not said: ${faults.join('; ')}.`);
}
