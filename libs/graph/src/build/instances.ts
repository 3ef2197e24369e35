import type { GraphQLFieldResolver } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Resolvers = Record<string, Record<string, unknown>>;

/**
 * Makes a row an instance of its type's class in place, the first time a resolver is asked of it. type-graphql would copy
 * the row, column by column, for each of its resolvers.
 */
export function takeRowsAsInstances(classes: readonly Function[], map: Resolvers): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  for (const { target, getObjectType } of fieldResolvers) {
    const type = classes.includes(target) ? (getObjectType?.() as Function | undefined) : undefined;
    if (!type) continue;
    const name = objectTypes.find((one) => one.target === type)?.name;
    const resolvers = name === undefined ? undefined : map[name];
    if (resolvers) wrap(resolvers, type.prototype as object);
  }
}

const wrapped = new WeakSet<object>();

function wrap(resolvers: Record<string, unknown>, prototype: object): void {
  if (wrapped.has(resolvers)) return;
  wrapped.add(resolvers);
  for (const [field, resolve] of Object.entries(resolvers)) {
    if (typeof resolve !== 'function' || field.startsWith('__')) continue;
    const asked = resolve as GraphQLFieldResolver<unknown, unknown>;
    resolvers[field] = ((row, args, context, info) => asked(instance(row, prototype), args, context, info)) satisfies GraphQLFieldResolver<unknown, unknown>;
  }
}

function instance(row: unknown, prototype: object): unknown {
  if (typeof row === 'object' && row !== null && Object.getPrototypeOf(row) === Object.prototype && Object.isExtensible(row)) Object.setPrototypeOf(row, prototype);
  return row;
}
