import { buildSchema, execute, parse } from 'graphql';
import { openRoots } from './open-roots';

describe('A field of a root that fails', () => {
  it('leaves the others their answers, also a change that was made', async () => {
    const schema = buildSchema('type Query { a: Int! b: [Int!]! _entities: Int! } type Mutation { made: Int! refused: Int! }');
    openRoots(schema);
    const fail = (): never => {
      throw new Error('refused');
    };
    const ask = (query: string) => execute({ schema, document: parse(query), rootValue: { a: fail, b: [1], made: 1, refused: fail } });
    expect(await ask('{ a b }')).toMatchObject({ data: { a: null, b: [1] }, errors: [{ path: ['a'] }] });
    expect(await ask('mutation { made refused }')).toMatchObject({ data: { made: 1, refused: null }, errors: [{ path: ['refused'] }] });
    expect(String(schema.getQueryType()?.getFields()['_entities']?.type)).toBe('Int!');
  });
});
