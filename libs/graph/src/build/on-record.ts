import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { GraphContext } from '../context';
import { type OnRecord, type SubgraphDefinition, stub } from './definition';

const KINDS = ['personal', 'changes', 'open'] as const;

/**
 * Every object that is given out as a personal type goes on record, however it was read: no loader and no list can
 * forget it. Throws, naming them, on types with an id that the definition does not sort, or sorts twice.
 */
export function putOnRecord(definition: SubgraphDefinition, schema: GraphQLSchema): void {
  refuseUnsorted(definition, schema);
  for (const name of definition.onRecord.personal) {
    if (definition.references[name] === stub) continue;
    const type = schema.getType(name) as GraphQLObjectType;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row: { id?: unknown }, args, context: GraphContext, info) => {
        if (typeof row.id !== 'string') throw new Error(`${name}.${field.name} was asked of something without an id.`);
        context.unit.saw(name, row.id);
        return resolve(row, args, context, info) as unknown;
      };
    }
  }
}

/** The types whose refusals go on record here, the stubs of other owners' included. */
export function refusalTypes(onRecord: OnRecord): string[] {
  return [...onRecord.personal, ...onRecord.changes];
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
