import { GraphClient, GraphFailure, MeDocument } from '.';

function answering(body: unknown): { fetch: typeof globalThis.fetch; asked: RequestInit[] } {
  const asked: RequestInit[] = [];
  const fetch = ((_url: string, init: RequestInit) => {
    asked.push(init);
    return Promise.resolve(new Response(JSON.stringify(body)));
  }) as typeof globalThis.fetch;
  return { fetch, asked };
}

describe('The typed client', () => {
  it('sends the document with the token of the moment and answers the data', async () => {
    const { fetch, asked } = answering({ data: { me: null } });
    const client = new GraphClient({ url: 'https://graph.example.org/graphql', token: () => 'a.b.c', fetch });
    expect(await client.ask(MeDocument, {})).toEqual({ me: null });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer a.b.c' });
    expect(JSON.parse(String(asked[0]?.body))).toMatchObject({ query: expect.stringContaining('query Me') as string, variables: {} });
  });

  it('fails with the codes and keeps what came', async () => {
    const errors = [{ message: 'A part cannot be reached.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'r' } }];
    const client = new GraphClient({ url: 'https://graph.example.org/graphql', token: () => 't', fetch: answering({ data: { me: null }, errors }).fetch });
    const failure = await client.ask(MeDocument, {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphFailure);
    expect(failure).toMatchObject({ errors, data: { me: null } });
  });
});
