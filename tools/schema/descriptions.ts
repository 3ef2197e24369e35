import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

interface Described {
  name: string;
  description?: string | null | undefined;
}

/** The coordinates of every type, field, argument, enum value and input that has no description. The two root types need none. */
export function undescribed(schema: GraphQLSchema): string[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return types.flatMap((type) => [...(roots.has(type as never) ? [] : bare(type)), ...membersOf(type)]);
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().flatMap((value) => bare(value, `${type.name}.${value.name}`));
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => bare(field, `${type.name}.${field.name}`));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [...bare(field, coordinate), ...field.args.flatMap((argument) => bare(argument, `${coordinate}(${argument.name}:)`))];
  });
}

function bare(thing: Described, coordinate = thing.name): string[] {
  return thing.description?.trim() ? [] : [coordinate];
}
