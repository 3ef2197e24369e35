import { buildGraph } from '@qaf/graph';
import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { GOVERNANCE } from './subgraph';

/** Every type, field, argument, enum value and input field without a description. */
function undescribed(schema: GraphQLSchema): string[] {
  const own = Object.values(schema.getTypeMap()).filter((type) => !type.name.includes('__') && !type.name.startsWith('_') && !['Query', 'Mutation', 'String', 'Int', 'ID', 'Boolean', 'Float'].includes(type.name));
  const fields = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('_')) return [];
    if (isEnumType(type)) return type.getValues().map((value) => ({ name: `${type.name}.${value.name}`, description: value.description }));
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, description: field.description }));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields())
      .filter((field) => !field.name.startsWith('_'))
      .flatMap((field) => [{ name: `${type.name}.${field.name}`, description: field.description }, ...field.args.map((arg) => ({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description }))]);
  });
  return [...own, ...fields].filter(({ description }) => !description).map(({ name }) => name);
}

describe('The schema of governance', () => {
  it('builds, and tells a front-end developer what everything is', () => {
    const { schema } = buildGraph(GOVERNANCE);
    expect(undescribed(schema)).toEqual([]);
  });

  it('points to children and audits by a reference that only their owner answers', () => {
    const { sdl } = buildGraph(GOVERNANCE);
    for (const type of ['Child', 'Audit']) expect(sdl).toMatch(new RegExp(`type ${type} @key\\(fields: "ref"\\) \\{[^}]*ref: ID! @inaccessible`));
    expect(sdl).not.toMatch(/type (Child|Audit)[^}]*\bid: ID!/);
  });

  it('finds a field without a description', () => {
    expect(undescribed(buildSchema('"""Root""" type Query { silent: Int }'))).toEqual(['Query.silent']);
  });
});
