import { buildSchema, GraphQLError, type GraphQLObjectType, parse } from 'graphql';
import type { GraphContext } from '../context';
import { CompiledDocuments } from './compiled';
import { Execution } from './execution';

const SDL = `
  interface Thing { name: String }
  type Book implements Thing { name: String pages: Int! author: Person }
  type Person { name: String born: Int! books(first: Int = 2): [Book!] }
  type Query { person(id: ID!): Person thing: Thing refused: String sad: Person late: [Int!] }
  type Mutation { add: Int }`;

const schema = buildSchema(SDL);
const book = (name: string, pages: number | null) => ({ name, pages, writer: 'Ada' });
const asked: string[] = [];

function resolving(type: string, field: string, resolve: (args: Record<string, unknown>) => unknown): void {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (found) found.resolve = (_row, args) => (asked.push(field), resolve(args as Record<string, unknown>));
}

resolving('Query', 'person', ({ id }) => Promise.resolve(id === '0' ? null : { name: 'Ben', born: 1990 }));
resolving('Query', 'thing', () => ({ __typename: 'Book', name: 'A thing' }));
resolving('Query', 'refused', () => Promise.reject(new GraphQLError('Your roles do not allow this.', { extensions: { code: 'FORBIDDEN' } })));
resolving('Query', 'sad', () => ({ get name() { throw new Error('a getter'); }, born: null }));
resolving('Query', 'late', () => [1, Promise.resolve(2)]);
resolving('Person', 'books', ({ first }) => [book('One', 1), book('Two', null)].slice(0, first as number));
resolving('Mutation', 'add', () => 1);
resolving('Book', 'author', () => Promise.resolve({ name: 'Ada', born: 1815 }));

const context = {} as GraphContext;
const run = (query: string, variables: Record<string, unknown> = {}) => ({ document: parse(query), variables, operationName: undefined });

describe('A document that is run again', () => {
  it.each([
    ['{ late person(id: "1") { called: name books(first: 1) { name pages author { name } } } }'],
    ['query ($id: ID!, $more: Boolean!) { person(id: $id) { name books { name @include(if: $more) } born @skip(if: $more) } }', { id: '1', more: false }],
    ['query ($id: ID!, $more: Boolean!) { person(id: $id) { name books { name @include(if: $more) } born @skip(if: $more) } }', { id: '1', more: true }],
    ['{ person(id: "0") { name } refused }'],
    ['{ person(id: "1") { books { name pages } } }'],
    ['{ thing { name ... on Book { pages } } }'],
    ['{ sad { name } late }'],
    ['query ($id: ID!) { person(id: $id) { name } }', {}],
    ['query ($first: Int) { person(id: "1") { books(first: $first) { name } } }', { first: 'many' }],
  ] as [string, Record<string, unknown>?][])('answers the same compiled as interpreted: %s', async (...[query, variables]) => {
    const both = new Execution(schema, 'both');
    const given = run(query, variables);
    const answer = await both.run(given, context);
    expect(await both.difference(given, answer, context)).toBeNull();
  });

  it('is compiled the second time, a change never, nor what chooses a type by a function', () => {
    const documents = new CompiledDocuments(schema);
    const times = (query: string) => {
      const document = parse(query);
      return [1, 2, 3].map(() => documents.queryOf(document, undefined) !== null);
    };
    expect(times('{ person(id: "1") { name } }')).toEqual([false, true, true]);
    expect(times('mutation { add }')).toEqual([false, false, false]);
    expect(times('{ thing { name } }')).toEqual([false, false, false]);
    expect(times(`{ ${Array.from({ length: 601 }, (_, index) => `a${index}: refused`).join(' ')} }`)).toEqual([false, false, false]);
  });

  it('keeps so many fields compiled, and lets go of the oldest first', () => {
    const documents = new CompiledDocuments(schema, 100);
    const many = Array.from({ length: 4 }, (_, index) => parse(`{ ${Array.from({ length: 40 }, (__, field) => `d${index}f${field}: refused`).join(' ')} }`));
    for (const document of many) documents.queryOf(document, undefined, true);
    expect(documents.fieldsKept).toBe(80);
    expect(many.map((document) => documents.queryOf(document, undefined) !== null)).toEqual([false, false, true, true]);
    expect(documents.fieldsKept).toBe(80);
  });

  it('says that the ways part, when they do', async () => {
    const both = new Execution(schema, 'both');
    const given = run('{ person(id: "1") { name } }');
    expect(await both.difference(given, { data: { person: { name: 'Somebody else' } } }, context)).toBe('the data differ');
    expect(await both.difference(given, { data: { person: { name: 'Ben' } }, errors: [new GraphQLError('no')] }, context)).toBe('the errors differ');
  });
});
