import { testGraph } from '../gateway.fixtures';
import type { TestGraph } from '../gateway.fixtures';

describe('A question that crosses subgraphs', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph()));
  afterAll(() => graph.gateway.close());

  it('is answered from both, in the order of the document', async () => {
    const { status, body } = await graph.ask('{ audits { worker { name load } grade lead { title: name } } }');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        data: {
          audits: [
            { worker: { name: 'Ada Quill', load: 4 }, grade: 2, lead: { title: 'Ben Moss' } },
            { worker: { name: 'Ben Moss', load: 4 }, grade: 3, lead: { title: 'Ben Moss' } },
          ],
        },
      }),
    );
  });

  it('asks for each entity once', async () => {
    graph.staff.requests.length = 0;
    await graph.ask('{ audits { lead { name } } }');
    expect(graph.staff.requests.map((request) => request.variables)).toEqual([{ representations: [{ __typename: 'Worker', id: 'w2' }] }]);
  });

  it('tells each subgraph on whose behalf', async () => {
    graph.audits.requests.length = 0;
    const { headers } = await graph.ask('{ audits { id } }', {}, { authorization: 'Bearer x.y.z', 'x-request-id': 'story-0001' });
    expect(headers['x-request-id']).toBe('story-0001');
    expect(graph.audits.requests[0]?.viewer).toMatchObject({ displayName: 'Cora Vale', requestId: 'story-0001' });
  });

  it('knows interfaces, unions, fragments and type names', async () => {
    const { body } = await graph.ask(`
      query { __typename node(id: "t1") { kind: __typename ...Named } places { __typename ... on Node { id } ... on Worker { load } ...OnTeam } worker(id: "w1") { ...Named } }
      fragment Named on Node { id ... on Team { title members { __typename } } ... on Worker { name } }
      fragment OnTeam on Team { title }
    `);
    expect(body).toEqual({
      data: {
        __typename: 'Query',
        node: { kind: 'Team', id: 't1', title: 'North', members: [{ __typename: 'Worker' }, { __typename: 'Worker' }] },
        places: [
          { __typename: 'Worker', id: 'w1', load: 4 },
          { __typename: 'Worker', id: 'w2', load: 4 },
          { __typename: 'Team', id: 't1', title: 'North' },
        ],
        worker: { id: 'w1', name: 'Ada Quill' },
      },
    });
  });

  it('needs no type name from the client to know what stands behind an interface', async () => {
    expect((await graph.ask('{ node(id: "w1") { id } }')).body).toEqual({ data: { node: { id: 'w1' } } });
  });

  it('gives one part what another knows', async () => {
    expect((await graph.ask('{ audits { worker { yearsHere } } }')).body).toEqual({ data: { audits: [{ worker: { yearsHere: 3 } }, { worker: { yearsHere: null } }] } });
  });

  it('follows @skip and @include, from variables and their defaults', async () => {
    const query = 'query ($a: Boolean!, $b: Boolean = false) { worker(id: "w1") { id name @include(if: $a) load @include(if: $b) startedOn @skip(if: $b) } }';
    expect((await graph.ask(query, { a: true })).body).toEqual({ data: { worker: { id: 'w1', name: 'Ada Quill', startedOn: '2016-04-04' } } });
    expect((await graph.ask(query, { a: false, b: true })).body).toEqual({ data: { worker: { id: 'w1', load: 4 } } });
  });

  it('answers introspection beside data, and without asking a subgraph', async () => {
    const { body } = await graph.ask('{ __schema { queryType { name } } worker(id: "w1") { id } t: __type(name: "Worker") { fields { name } } }');
    expect(body.data).toMatchObject({ __schema: { queryType: { name: 'Query' } }, worker: { id: 'w1' } });
    expect(JSON.stringify(body.data)).not.toMatch(/payroll|join__|_entities/);
    graph.staff.requests.length = 0;
    await graph.ask('{ __schema { types { name } } }');
    expect(graph.staff.requests).toHaveLength(0);
  });

  it('runs a mutation and reads its result across subgraphs', async () => {
    const { body } = await graph.ask('mutation ($name: String!) { rename(id: "w1", name: $name) { name load } }', { name: 'Ada Reed' });
    expect(body).toEqual({ data: { rename: { name: 'Ada Reed', load: 4 } } });
  });
});
