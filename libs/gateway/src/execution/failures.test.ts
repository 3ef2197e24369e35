import { GraphQLError, getOperationAST, parse } from 'graphql';
import { pino } from 'pino';
import { AUDITS, PERSON, STAFF, composed, testGraph } from '../gateway.fixtures';
import { apiSchemaOf } from '../schema/api-schema';
import { SubgraphUnavailable } from '../transport/transport';
import { Metrics } from '../metrics/metrics';
import { graphExecutor } from './execute';
import { subgraphCaller } from './subgraph-call';
import type { Asked, TestGraph } from '../gateway.fixtures';

const told = (asked: Asked): unknown[] => (asked.body.errors ?? []).map((error) => [error.extensions.code, error.path?.join('.')]);
const never = (): Promise<never> => new Promise(() => undefined);

describe('When a subgraph fails', () => {
  let graph: TestGraph;
  beforeEach(async () => void (graph = await testGraph({ gateway: { fetchTimeoutMs: 40 } })));
  afterEach(() => graph.gateway.close());

  it('the other parts still answer, and each empty field is named', async () => {
    graph.staff.instead = () => Promise.reject(new SubgraphUnavailable('connection refused'));
    const asked = await graph.ask('{ audits { grade worker { started: startedOn } } worker(id: "w1") { id } }');
    expect(asked.body.data).toEqual({ audits: [{ grade: 2, worker: { started: null } }, { grade: 3, worker: { started: null } }], worker: null });
    expect(told(asked).sort()).toEqual([
      ['SUBGRAPH_UNAVAILABLE', 'audits.0.worker.started'],
      ['SUBGRAPH_UNAVAILABLE', 'audits.1.worker.started'],
      ['SUBGRAPH_UNAVAILABLE', 'worker'],
    ]);
  });

  it('places are right where several entities of one subgraph are fetched at once', async () => {
    graph.staff.instead = () => Promise.reject(new SubgraphUnavailable('connection refused'));
    const asked = await graph.ask('{ audits { worker { startedOn } lead { note } } }');
    expect(asked.body.data).toEqual({ audits: [{ worker: { startedOn: null }, lead: { note: null } }, { worker: { startedOn: null }, lead: { note: null } }] });
    expect(told(asked).sort()).toEqual([
      ['SUBGRAPH_UNAVAILABLE', 'audits.0.lead.note'],
      ['SUBGRAPH_UNAVAILABLE', 'audits.0.worker.startedOn'],
      ['SUBGRAPH_UNAVAILABLE', 'audits.1.lead.note'],
      ['SUBGRAPH_UNAVAILABLE', 'audits.1.worker.startedOn'],
    ]);
  });

  it('a required field that it owed empties its parent, without another error', async () => {
    graph.staff.instead = () => Promise.reject(new SubgraphUnavailable('connection refused'));
    const asked = await graph.ask('{ audits { grade worker { name } } }');
    expect(asked.body.data).toEqual({ audits: [{ grade: 2, worker: null }, { grade: 3, worker: null }] });
    expect(told(asked)).toEqual([['SUBGRAPH_UNAVAILABLE', 'audits.0.worker.name'], ['SUBGRAPH_UNAVAILABLE', 'audits.1.worker.name']]);
  });

  it('what only another part needed is told at the entity that was asked for', async () => {
    graph.staff.instead = () => Promise.reject(new SubgraphUnavailable('connection refused'));
    const asked = await graph.ask('{ audits { id worker { yearsHere } } }');
    expect(asked.body.data).toEqual({ audits: [{ id: 'a1', worker: { yearsHere: null } }, { id: 'a2', worker: { yearsHere: null } }] });
    expect(told(asked)).toEqual([['SUBGRAPH_UNAVAILABLE', 'audits.0.worker'], ['SUBGRAPH_UNAVAILABLE', 'audits.1.worker']]);
  });

  it('one that takes too long is not waited for', async () => {
    graph.staff.instead = never;
    const asked = await graph.ask('{ worker(id: "w1") { id } audits { id } }');
    expect(asked.body.data).toEqual({ worker: null, audits: [{ id: 'a1' }, { id: 'a2' }] });
    expect(told(asked)).toEqual([['TIMEOUT', 'worker']]);
  });

  it('one that has kept a request waiting too long is not waited for again by that request', async () => {
    const staff = { execute: jest.fn(never) };
    const call = subgraphCaller({ transports: { staff }, timeoutMs: 20, metrics: new Metrics() });
    const context = () => ({ viewer: PERSON, log: pino({ level: 'silent' }), deadline: Date.now() + 60_000, late: new Set<string>() });
    const one = context();
    const codes = async (given: ReturnType<typeof context>) => (await call('staff', { document: parse('{ worker { id } }'), context: given })).errors?.map((error) => error.extensions['code']);
    expect([await codes(one), await codes(one), staff.execute.mock.calls.length]).toEqual([['TIMEOUT'], ['TIMEOUT'], 1]);
    expect([await codes(context()), staff.execute.mock.calls.length]).toEqual([['TIMEOUT'], 2]);
  });

  it('none is waited for once the whole request is due', async () => {
    const call = subgraphCaller({ transports: { staff: { execute: never } }, timeoutMs: 3_600_000, metrics: new Metrics() });
    const answer = await call('staff', { document: parse('{ worker { id } }'), context: { viewer: PERSON, log: pino({ level: 'silent' }), deadline: Date.now() + 20, late: new Set() } });
    expect(answer.errors?.map((error) => error.extensions['code'])).toEqual(['TIMEOUT']);
  });

  it('a refusal of the whole fetch stands at the fields asked for', async () => {
    graph.staff.instead = () => Promise.resolve({ errors: [new GraphQLError('Too many at once.', { extensions: { code: 'RATE_LIMITED' } })] });
    const asked = await graph.ask('{ worker(id: "w1") { id } audits { id } }');
    expect(asked.body.data).toEqual({ worker: null, audits: [{ id: 'a1' }, { id: 'a2' }] });
    expect(asked.body.errors?.[0]).toMatchObject({ message: 'Too many at once.', path: ['worker'], extensions: { code: 'RATE_LIMITED' } });
  });

  it('a thousand entities that cannot be fetched are told at the first of them', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: `a${index}`, worker: { __typename: 'Worker', id: `w${index}` } }));
    const many = await testGraph({ audits: { Query: { audits: () => rows } } });
    many.staff.instead = () => Promise.reject(new SubgraphUnavailable('connection refused'));
    const asked = await many.ask('{ audits { worker { startedOn } } }');
    expect(asked.body.errors).toHaveLength(25);
    expect(told(asked)[24]).toEqual(['SUBGRAPH_UNAVAILABLE', 'audits.24.worker.startedOn']);
    await many.gateway.close();
  });

  it('its own words, stack and statements stay inside', async () => {
    const secret = 'duplicate key (ref)=(ABC-123) at http://staff.invalid:5432';
    graph = await testGraph({ staff: { Query: { worker: () => Promise.reject(Object.assign(new Error(secret), { sql: 'select 1' })) } } });
    const asked = await graph.ask('{ worker(id: "w1") { id } }', {}, { authorization: 'Bearer x.y.z', 'x-request-id': 'story-0002' });
    expect(asked.body).toEqual({
      errors: [{ message: 'Something went wrong on our side. Quote the request id when you report it.', path: ['worker'], extensions: { code: 'INTERNAL', requestId: 'story-0002' } }],
      data: { worker: null },
    });
    expect(JSON.stringify(graph.lines)).not.toMatch(/ABC-123|invalid|select/);
    expect(graph.lines.some((line) => line['requestId'] === 'story-0002' && line['subgraph'] === 'staff')).toBe(true);
  });

  it('an operation that cannot be planned is a fault of ours, without its words', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const schema = apiSchemaOf(composed({ staff: STAFF, audits: AUDITS }));
    const document = parse('{ audits { id } }');
    const run = (): Promise<never> => Promise.reject(new Error('cannot plan { audits(name: "Zebedee") }'));
    const answer = await graphExecutor({ schema, run, production: true, publicFields: [], guess: () => 0 })({ document, operation: getOperationAST(document) ?? undefined, variables: {}, viewer: PERSON, log, deadline: Date.now() + 60_000, address: '10.0.0.1' });
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.map((error) => error.extensions)).toEqual([{ code: 'INTERNAL', http: { status: 500 } }]);
    expect(lines.join('')).toContain('could not be planned');
    expect(JSON.stringify([answer, lines])).not.toContain('Zebedee');
  });

  it('a code that is not of the contract is not passed on', async () => {
    graph.staff.instead = () => Promise.resolve({ data: { worker: null }, errors: [new GraphQLError('relation "x" missing', { path: ['worker'], extensions: { code: '42P01', serviceName: 'staff' } })] });
    const asked = await graph.ask('{ worker(id: "w1") { id } }');
    expect(asked.body.errors).toEqual([{ message: expect.stringContaining('our side'), path: ['worker'], extensions: { code: 'INTERNAL', requestId: expect.any(String) } }]);
  });
});
