import { testGraph } from '../gateway.fixtures';
import type { Asked, TestGraph } from '../gateway.fixtures';

const SECRET = 'Zebedee Hartnoll';
const told = (asked: Asked): unknown[] => (asked.body.errors ?? []).map((error) => [error.extensions.code, error.message]);

describe('A value that does not fit', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph()));
  beforeEach(() => {
    graph.staff.requests.length = 0;
  });
  afterAll(() => graph.gateway.close());

  const WORKERS = 'query ($filter: WorkerFilter, $first: Int, $id: ID = "w1") { workers(filter: $filter, first: $first) { id } worker(id: $id) { id } }';

  it.each([
    [{ filter: { startedOn: SECRET } }, 'Variable "$filter.startedOn": expected a value of type "Date".'],
    [{ filter: { startedOn: '2019-02-30' } }, 'Variable "$filter.startedOn": expected a value of type "Date".'],
    [{ filter: { name: { deep: SECRET } } }, 'Variable "$filter.name": expected a value of type "String".'],
    [{ filter: { name: `a\0${SECRET}` } }, 'Variable "$filter.name": expected a value of type "String".'],
    [{ filter: { name: `\ud800${SECRET}` } }, 'Variable "$filter.name": expected a value of type "String".'],
    [{ filter: { limit: null } }, 'Variable "$filter.limit": expected a value of type "Int!", and not null.'],
    [{ filter: { [SECRET]: 1 } }, 'Variable "$filter": expected only fields that "WorkerFilter" has.'],
    [{ filter: SECRET }, 'Variable "$filter": expected an object of type "WorkerFilter".'],
    [{ first: 2147483648 }, 'Variable "$first": expected a value of type "Int".'],
    [{ first: SECRET }, 'Variable "$first": expected a value of type "Int".'],
    [{ id: null }, 'Variable "$id": expected a value of type "ID!", and not null.'],
  ])('is refused in a variable, without being repeated: %j', async (variables, message) => {
    const query = 'id' in variables ? WORKERS.replace('ID =', 'ID! =') : WORKERS;
    const asked = await graph.ask(query, variables as Record<string, unknown>);
    expect(asked.status).toBe(400);
    expect(told(asked)).toEqual([['BAD_USER_INPUT', message]]);
    expect(asked.body).not.toHaveProperty('data');
    expect(JSON.stringify([asked.body, graph.lines])).not.toContain(SECRET);
    expect(graph.staff.requests).toHaveLength(0);
  });

  it.each([
    [`{ workers(filter: { startedOn: "${SECRET}" }) { id } }`, 'Argument "filter": expected a value of type "Date".'],
    [`{ workers(first: "${SECRET}") { id } }`, 'Argument "first": expected a value of type "Int".'],
    [`{ worker(id: ["${SECRET}", 4]) { id } }`, 'Argument "id": expected a value of type "ID".'],
    [`{ worker(id: "${SECRET}\\u0000") { id } }`, 'Argument "id": the text holds characters that cannot be kept.'],
    [`{ worker(id: ${'9'.repeat(400)}) { id } }`, 'Argument "id": the number is too large.'],
    [`{ workers(first: 99999999999) { id } }`, 'Argument "first": expected a value of type "Int".'],
  ])('is refused in the document, without being repeated: %s', async (query, message) => {
    const asked = await graph.ask(query);
    expect(asked.status).toBe(400);
    expect(told(asked)[0]).toEqual(['GRAPHQL_VALIDATION_FAILED', message]);
    expect(JSON.stringify([asked.body, graph.lines])).not.toContain(SECRET);
    expect(graph.staff.requests).toHaveLength(0);
  });

  it('is refused where a required variable is missing', async () => {
    const asked = await graph.ask('query ($id: ID!) { worker(id: $id) { id } }');
    expect(told(asked)).toEqual([['BAD_USER_INPUT', 'Variable "$id": expected a value of type "ID!".']]);
  });

  it('a good value reaches the subgraph as it was written', async () => {
    await graph.ask('query ($filter: WorkerFilter) { workers(filter: $filter) { id } }', { filter: { startedOn: '2016-02-29', name: 'Ada' } });
    expect(graph.staff.requests[0]?.variables).toEqual({ filter: { startedOn: '2016-02-29', name: 'Ada', limit: 5 } });
  });

  it('a broken document is refused without its text', async () => {
    const asked = await graph.ask(`{ worker(id: "w1") "${SECRET}" }`);
    expect(asked.status).toBe(400);
    expect(told(asked)).toEqual([['GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found String.']]);
  });
});

describe('A document that is not allowed', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph({ gateway: { production: true } })));
  afterAll(() => graph.gateway.close());

  it('learns nothing of the schema in production', async () => {
    expect(told(await graph.ask('{ worker(id: "w1") { nam } }'))).toEqual([['GRAPHQL_VALIDATION_FAILED', 'Cannot query field "nam" on type "Worker".']]);
    const introspection = await graph.ask('{ __schema { types { name } } }');
    expect(introspection.status).toBe(400);
    expect(introspection.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('may not take the names that the planner uses', async () => {
    for (const alias of ['__typename', '__proto__', '_internal_qp_alias_0', '_entities']) {
      const asked = await graph.ask(`{ worker(id: "w1") { ${alias}: name } }`);
      expect(told(asked)).toEqual([['GRAPHQL_VALIDATION_FAILED', 'An alias may not begin with "__", "_internal" or "_entities".']]);
    }
  });

  it('may not reach federation fields or what is inaccessible', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', '{ worker(id: "w1") { payroll } }']) {
      expect((await graph.ask(query)).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('may not unfold into more than can be planned', async () => {
    const doubling = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} a${i}: worker(id: "w1") { id } ... @include(if: true) { ...F${i + 1} } }`).join('\n');
    const wide = await graph.ask(`{ ...F0 } ${doubling} fragment F20 on Query { workers { id } }`);
    expect(wide.status).toBe(400);
    expect(told(wide)).toEqual([['TOO_EXPENSIVE', 'The document asks for more than 2000 fields.']]);
    const deep = await graph.ask(`{ audits { ${'worker { audits { '.repeat(15)} id ${'} }'.repeat(15)} } }`);
    expect(told(deep)).toEqual([['TOO_EXPENSIVE', 'The document is nested more than 25 deep.']]);
  });

  it('may not subscribe', async () => {
    expect(told(await graph.ask('subscription { audits { id } }'))).toEqual([['BAD_USER_INPUT', 'The graph takes queries and mutations.']]);
  });

  it('must say which operation it runs', async () => {
    const asked = await graph.ask('query A { audits { id } } query B { audits { id } }');
    expect(asked.status).toBe(400);
    expect(asked.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
