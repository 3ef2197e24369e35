import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type Act, may, rolesFor } from '@qaf/identity';
import { type GraphQLFieldResolver, type GraphQLInputObjectType, getNamedType, type GraphQLObjectType, type GraphQLSchema, isInputObjectType, isObjectType, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, getMetadataStorage } from 'type-graphql';
import { actOf } from '../act';
import type { GraphContext } from '../context';
import { forbidden } from '../errors';
import { globalId, uuidOf } from '../global-id';
import { recordRefusal } from '../refused-objects';
import type { Page } from '../page';
import { DateTime, LocalDate, LongText, Text } from '../scalars';
import type { Reference, SubgraphDefinition } from './definition';
import { takeRowsAsInstances } from './instances';
import { putOnRecord } from './on-record';
import { seesType, showFields } from './show-fields';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides"])\n`;

type Map = Record<string, Record<string, unknown>>;

/** A subgraph's schema as it is served, and its text as it is composed. Throws, naming the fault, on anything that declares too little. */
export function buildGraph(definition: SubgraphDefinition): { schema: GraphQLSchema; sdl: string } {
  const plain = buildSchemaSync({
    resolvers: definition.resolvers as [Function],
    orphanedTypes: definition.types,
    validate: { forbidUnknownValues: false },
  });
  refuseRecursiveInputs(plain);
  const map = createResolversMap(plain) as Map;
  for (const type of Object.values(map)) delete type['__isTypeOf'];
  takeRowsAsInstances(definition.resolvers, map);
  countPages(plain, map);
  guardRoots(definition, plain, map);
  serveEntities(definition, plain, map);
  const sdl = `${LINK}${printSchemaWithDirectives(plain).replace(/^schema \{[^}]*\}\n*/m, '')}\n`;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]);
  putOnRecord(definition, schema);
  showFields(definition.name, schema, (root, field) => rolesFor(actDeclared(definition, root, field)));
  return { schema, sdl };
}

/** A page counts its list only when asked. Said as a resolver: compiled code takes what lies in a row as it is, and calls nothing. */
function countPages(schema: GraphQLSchema, map: Map): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith('Connection') || !type.getFields()['totalCount']) continue;
    (map[type.name] ??= {})['totalCount'] ??= ({ totalCount }: Pick<Page<unknown>, 'totalCount'>) => totalCount();
  }
}

/** Each root field runs only for a viewer who may do the act that it declares. */
function guardRoots(definition: SubgraphDefinition, schema: GraphQLSchema, map: Map): void {
  for (const root of ['Query', 'Mutation']) {
    const fields = schema.getType(root) as GraphQLObjectType | undefined;
    for (const name of Object.keys(fields?.getFields() ?? {})) {
      const act = actDeclared(definition, root, name);
      const resolvers = map[root] as Record<string, GraphQLFieldResolver<unknown, GraphContext>>;
      resolvers[name] = guarded(act, name, resolvers[name] as GraphQLFieldResolver<unknown, GraphContext>);
    }
  }
}

/** The act that a root field declares; throws on one that declares none. */
function actDeclared(definition: SubgraphDefinition, root: string, name: string): Act {
  const storage = getMetadataStorage();
  const handler = (root === 'Query' ? storage.queries : storage.mutations).find((one) => one.schemaName === name && definition.resolvers.includes(one.target));
  const act = handler && actOf((handler.target as { prototype: object }).prototype, handler.methodName);
  if (!act) throw new Error(`${definition.name}: ${root}.${name} declares no act.`);
  return act;
}

function guarded(act: Act, name: string, resolve: GraphQLFieldResolver<unknown, GraphContext>): GraphQLFieldResolver<unknown, GraphContext> {
  return async (source, args, context, info) => {
    if (!may(context.viewer, act)) {
      recordRefusal(context, name, 'FORBIDDEN', args);
      throw forbidden();
    }
    const answer = await (resolve(source, args, context, info) as Promise<unknown>);
    // What is hidden reads as absent, and that it was asked for is on record all the same.
    if (answer === null) recordRefusal(context, name, 'NotFound', args);
    return answer;
  };
}

/** Entities show `Type:uuid` and are found by it; inside, an id is a plain UUID. */
function serveEntities(definition: SubgraphDefinition, schema: GraphQLSchema, map: Map): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const keys = (type.extensions['directives'] as { key?: unknown } | undefined)?.key ?? keysOf(type);
    const resolvers = (map[type.name] ??= {});
    for (const field of ['id', 'ref']) {
      if (type.getFields()[field]) resolvers[field] = (row: { id: string }) => globalId(type.name, row.id);
    }
    if (!keys) continue;
    const reference = definition.references[type.name];
    if (!reference) throw new Error(`${definition.name}: the entity ${type.name} has no reference.`);
    resolvers['__resolveReference'] = resolveReference(type.name, reference);
  }
}

function keysOf(type: GraphQLObjectType): boolean {
  return type.astNode?.directives?.some((directive) => directive.name.value === 'key') ?? false;
}

function resolveReference(type: string, reference: Reference) {
  return async (sent: { id?: unknown; ref?: unknown; code?: unknown } & Record<string, unknown>, context: GraphContext) => {
    const uuid = typeof sent.code === 'string' ? sent.code : uuidOf(type, sent.ref ?? sent.id);
    if (uuid === null) return null;
    if (!seesType(context.viewer, type)) return null;
    const found = await reference(context.unit, uuid);
    if (!found) return null;
    // What @requires brought along comes in the representation.
    const { __typename, id, ref, code, ...required } = sent;
    return { ...required, ...found, __typename: type };
  };
}

/** A recursive input type lets the compiling executor run until memory is gone. */
function refuseRecursiveInputs(schema: GraphQLSchema): void {
  const visit = (type: GraphQLInputObjectType, above: GraphQLInputObjectType[]): void => {
    if (above.includes(type)) throw new Error(`The input type ${type.name} contains itself.`);
    for (const field of Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (isInputObjectType(inner)) visit(inner, [...above, type]);
    }
  };
  for (const type of Object.values(schema.getTypeMap())) if (isInputObjectType(type)) visit(type, []);
}

export const GRAPH_SCALARS = { DateTime, LocalDate, LongText, Text };
