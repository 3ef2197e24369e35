import { present } from './present';

const ID = 'story-0004';

describe('An error as it leaves', () => {
  it('keeps its words, place and a code of the contract, and nothing else', () => {
    const error = { message: 'Your roles do not allow this.', path: ['a', 0], locations: [{ line: 1, column: 2 }], extensions: { code: 'FORBIDDEN', stacktrace: ['at x'], serviceName: 'staff' } };
    expect(present(error, ID)).toEqual({ message: error.message, path: ['a', 0], locations: error.locations, extensions: { code: 'FORBIDDEN', requestId: ID } });
  });

  it.each([undefined, 'INTERNAL', 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR', '23505', 7])('is masked where its code is %s', (code) => {
    const { message, extensions } = present({ message: 'select * from child', extensions: { code } }, ID);
    expect([message, extensions?.['code']]).toEqual(['Something went wrong on our side. Quote the request id when you report it.', 'INTERNAL']);
  });

  it('speaks of a badly put request in the contract’s code', () => {
    expect(present({ message: 'Put it well.', extensions: { code: 'BAD_REQUEST' } }, ID)).toEqual({ message: 'Put it well.', extensions: { code: 'BAD_USER_INPUT', requestId: ID } });
  });

  it.each([
    ['Syntax Error: Expected Name, found String "Zebedee \\" Hartnoll".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Unexpected BlockString "Zebedee\nHartnoll".', 'Syntax Error: Unexpected BlockString.'],
    ['Syntax Error: Expected ":", found Name "born".', 'Syntax Error: Expected ":", found Name "born".'],
  ])('quotes no text of a broken document: %s', (message, told) => {
    expect(present({ message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }, ID).message).toBe(told);
  });
});
