import { buildGraph } from '@qaf/graph';
import { GraphQLNonNull, isObjectType, type GraphQLSchema } from 'graphql';
import { CASEWORK } from './subgraph';

/** Entities whose rows the viewer may not see, and those of other subgraphs: a hidden one leaves nulls, never an error. */
const HIDDEN = ['Child', 'Audit', 'AuditTool', 'Worker', 'Team', 'PracticePriority', 'Episode', 'ChildAllocation', 'CaseMeeting', 'Visit', 'AuditAnswer', 'UnmatchedName'];

describe('the casework part of the graph', () => {
  const { schema, sdl } = buildGraph(CASEWORK);

  it('points to children, audits and forms by two keys, one of which no caller sees', () => {
    expect(sdl).toMatch(/type Child @key\(fields: "id"\) @key\(fields: "ref"\)/);
    expect(sdl).toMatch(/type Audit @key\(fields: "id"\) @key\(fields: "ref"\)/);
    expect(sdl.match(/ref: ID! @inaccessible/g)).toHaveLength(3);
  });

  it('lets every field of what may be hidden be null, but for its key', () => {
    expect(HIDDEN.flatMap((type) => requiredFields(schema, type))).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(schema)).toEqual([]);
  });
});

function requiredFields(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return Object.values(type.getFields())
    .filter((field) => field.type instanceof GraphQLNonNull && !['id', 'ref', 'code'].includes(field.name))
    .map((field) => `${name}.${field.name}`);
}

interface Described {
  name: string;
  description?: string | null | undefined;
}

function undescribed(schema: GraphQLSchema): string[] {
  const own = Object.values(schema.getTypeMap()).filter((type) => !/^(__|_|federation__|link__|join__)/.test(type.name));
  const builtIn = ['String', 'Int', 'Boolean', 'ID', 'Float', 'Query', 'Mutation'];
  return own.flatMap((type) => {
    const members = 'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
    const inner = members.flatMap((member: Described & { args?: readonly Described[] }) => [member, ...(member.args ?? []).map((arg) => ({ ...arg, name: `${member.name}.${arg.name}` }))]);
    const all: Described[] = [...(builtIn.includes(type.name) ? [] : [{ name: '', description: type.description }]), ...inner];
    return all.filter((one) => !one.description && !one.name.startsWith('_')).map((one) => `${type.name}.${one.name}`);
  });
}
