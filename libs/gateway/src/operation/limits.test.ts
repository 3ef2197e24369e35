import { testGraph } from '../gateway.fixtures';
import type { Asked, TestGraph } from '../gateway.fixtures';
import { LIMITS } from './limits';

const told = ({ status, body }: Asked): unknown[] => [status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.message];
const many = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const tooMuch = (message: string): unknown[] => [400, 'TOO_EXPENSIVE', message];

describe('How much one document may ask', () => {
  let graph: TestGraph;
  const asked = (): number => graph.staff.requests.length + graph.audits.requests.length;
  beforeAll(async () => void (graph = await testGraph()));
  beforeEach(() => {
    graph.staff.requests.length = 0;
    graph.audits.requests.length = 0;
  });
  afterAll(() => graph.gateway.close());

  it.each([
    ['aliases', `{ worker(id: "w1") { ${many(101, (i) => `a${i}: name`)} } }`, 'The document renames more than 100 fields.'],
    ['aliases of a type name', `{ worker(id: "w1") { ${many(101, (i) => `a${i}: __typename`)} } }`, 'The document renames more than 100 fields.'],
    ['aliases in a fragment used often', `{ ${many(11, (i) => `x${i}: worker(id: "w1") { ...F }`)} } fragment F on Worker { ${many(10, (i) => `a${i}: name`)} }`, 'The document renames more than 100 fields.'],
    ['directives', `{ worker(id: "w1") { ${many(101, () => 'name @include(if: true)')} } }`, 'The document has more than 100 directives.'],
    ['directives on one field', `{ worker(id: "w1") { name ${many(101, () => '@include(if: true)')} } }`, 'The document has more than 100 directives.'],
    ['directives of variables', `query (${many(101, (i) => `$a${i}: Int @skip`)}) { __typename }`, 'The document has more than 100 directives.'],
    ['roots', `{ ${many(26, () => '__typename')} }`, 'The document asks for more than 25 fields at its root.'],
    ['roots in fragments', `{ ...A ...B } fragment A on Query { ${many(13, () => '__typename')} } fragment B on Query { ... { ...A } }`, 'The document asks for more than 25 fields at its root.'],
    ['changes at once', `mutation { ${many(26, (i) => `a${i}: rename(id: "w1", name: "x") { id }`)} }`, 'The document asks for more than 25 fields at its root.'],
    ['fields', `{ worker(id: "w1") { ${many(2_001, () => 'name')} } }`, 'The document asks for more than 2000 fields.'],
    ['depth', `{ audits { ${'worker { audits { '.repeat(13)} id ${'} }'.repeat(13)} } }`, 'The document is nested more than 25 deep.'],
    ['depth in a chain of fragments', `{ audits { ...F0 } } ${many(30, (i) => `fragment F${i} on Audit { worker { audits { ...F${i + 1} } } }`)} fragment F30 on Audit { id }`, 'The document is nested more than 25 deep.'],
    ['fragments within fragments', `{ audits { ${'... { '.repeat(101)} id ${'}'.repeat(101)} } }`, 'The document has more than 100 selections within each other.'],
    ['brackets', `{ worker(id: ${'['.repeat(5_000)}) { id } }`, 'The document has more than 200 brackets within each other.'],
    ['brackets of fields', '{ worker '.repeat(5_000), 'The document has more than 200 brackets within each other.'],
    ['tokens', `{ ${many(15_001, () => 'a')} }`, 'The document has more than 15000 words and signs.'],
  ])('is limited in %s, before any subgraph is asked', async (_what, query, message) => {
    expect(told(await graph.ask(query))).toEqual(tooMuch(message));
    expect(asked()).toBe(0);
  });

  it('is measured without unfolding what would unfold a million times', async () => {
    const doubling = many(60, (i) => `fragment F${i} on Worker { ...F${i + 1} ... { ...F${i + 1} } }`);
    expect(told(await graph.ask(`{ worker(id: "w1") { ...F0 } } ${doubling} fragment F60 on Worker { name }`))).toEqual(tooMuch('The document asks for more than 2000 fields.'));
    const circle = await graph.ask('{ worker(id: "w1") { ...A } } fragment A on Worker { name ...B } fragment B on Worker { audits { worker { ...A } } }');
    expect([circle.status, circle.body.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(asked()).toBe(0);
  });

  it('just below its limits it is answered', async () => {
    const { status, body } = await graph.ask(`{ ${many(24, (i) => `a${i}: worker(id: "w1") { id b: name c: name d: name }`)} __typename }`);
    expect([status, Object.keys(body.data ?? {}).length]).toEqual([200, 25]);
  });
});

describe('How long a page may be', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph()));
  beforeEach(() => {
    graph.staff.requests.length = 0;
  });
  afterAll(() => graph.gateway.close());

  const outOfRange = [400, 'BAD_USER_INPUT', 'Argument "first" of "workers" must be from 1 to 100.'];
  it.each([
    ['{ workers(first: 101) { id } }', {}],
    ['{ workers(first: 0) { id } }', {}],
    ['{ workers(first: -1) { id } }', {}],
    ['query ($n: Int) { workers(first: $n) { id } }', { n: 101 }],
    ['query ($n: Int = 101) { workers(first: $n) { id } }', {}],
    ['query ($n: Int = 5) { ...F } fragment F on Query { a: workers(first: 5) { id } workers(first: $n) { id } }', { n: 2_000_000_000 }],
  ])('is known from the schema: %s', async (query, variables) => {
    expect(told(await graph.ask(query, variables))).toEqual(outOfRange);
    expect(graph.staff.requests).toEqual([]);
  });

  it('is kept apart for each value of a variable', async () => {
    const query = 'query ($n: Int) { workers(first: $n) { id } }';
    expect([(await graph.ask(query, { n: 100 })).status, (await graph.ask(query, { n: 101 })).status, (await graph.ask(query, { n: 100 })).status]).toEqual([200, 400, 200]);
  });
});

describe('How much an answer could hold', () => {
  let graph: TestGraph;
  beforeAll(async () => void (graph = await testGraph()));
  afterAll(() => graph.gateway.close());

  // Each worker has at most ten audits, as their list takes no page size; each audit here is four values with itself, each worker four more.
  const nested = (first: string): string => `query ${first === '$n' ? '($n: Int)' : ''} { workers(first: ${first}) { audits { worker { audits { worker { audits { id grade score } } } } } } }`;

  it('is the product of the lists within each other', async () => {
    // For one worker: 1 + 10 * (1 + 1 + 10 * (1 + 1 + 10 * 4)) = 4,221.
    expect((await graph.ask(nested('23'))).status).toBe(200);
    expect(told(await graph.ask(nested('24')))).toEqual(tooMuch(`The answer could hold more than ${LIMITS.cost} values. Ask for smaller pages, or for fewer lists within lists.`));
    expect([(await graph.ask(nested('$n'), { n: 23 })).status, (await graph.ask(nested('$n'), { n: 24 })).status]).toEqual([200, 400]);
    // Without a size it is what the schema says: 25.
    expect((await graph.ask(nested('$n'))).status).toBe(400);
  });

  it('counts what is skipped, and what hides in fragments', async () => {
    expect((await graph.ask(nested('100').replace('audits', 'audits @skip(if: true)'))).status).toBe(400);
    const hidden = '{ workers(first: 24) { ...A } } fragment A on Worker { audits { worker { ...B } } } fragment B on Worker { audits { worker { ... { ...C } } } } fragment C on Worker { audits { id grade score } }';
    expect([(await graph.ask(hidden)).status, (await graph.ask(hidden.replace('24', '23'))).status]).toEqual([400, 200]);
  });
});
