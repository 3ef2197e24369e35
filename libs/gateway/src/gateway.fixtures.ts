import { buildSubgraphSchema } from '@apollo/subgraph';
import { nobody } from '@qaf/identity';
import type { Viewer } from '@qaf/identity';
import { composeServices } from '@theguild/federation-composition';
import type { FastifyInstance } from 'fastify';
import { execute, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { createGateway } from './server/create-gateway';
import type { GatewayOptions } from './server/create-gateway';
import type { SubgraphRequest, SubgraphTransport } from './transport/transport';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@inaccessible", "@external", "@requires"])\n';

/** A small graph of two subgraphs: people with teams, and audits about their work. */
export const STAFF = `${LINK}
  "A day, as YYYY-MM-DD." scalar Date
  "Anything with an id." interface Node { id: ID! }
  enum Standard { GOOD POOR SECRET @inaccessible }
  type Worker implements Node @key(fields: "id") { id: ID! name: String! startedOn: Date standard: Standard note(about: String): String payroll: String @inaccessible }
  type Team implements Node @key(fields: "id") { id: ID! title: String! members: [Worker!]! }
  union Place = Worker | Team
  input WorkerFilter { name: String startedOn: Date team: ID limit: Int! = 5 }
  type Query { worker(id: ID!): Worker workers(filter: WorkerFilter, first: Int = 25): [Worker!]! node(id: ID!): Node places: [Place!]! questionnaire(token: String!): String }
  type Mutation { rename(id: ID!, name: String!): Worker }
`;

export const AUDITS = `${LINK}
  scalar Date
  type Worker @key(fields: "id") { id: ID! load: Int! audits: [Audit!]! startedOn: Date @external yearsHere: Int @requires(fields: "startedOn") }
  type Audit @key(fields: "id") { id: ID! grade: Int worker: Worker lead: Worker! score: Int! }
  type Query { audits: [Audit!]! }
`;

type Row = Record<string, unknown>;

export const WORKERS: Row[] = [
  { __typename: 'Worker', id: 'w1', name: 'Ada Quill', startedOn: '2016-04-04', standard: 'GOOD' },
  { __typename: 'Worker', id: 'w2', name: 'Ben Moss', startedOn: null, standard: 'POOR' },
];
export const AUDIT_ROWS: Row[] = [
  { __typename: 'Audit', id: 'a1', grade: 2, score: 7, worker: { __typename: 'Worker', id: 'w1' }, lead: { __typename: 'Worker', id: 'w2' } },
  { __typename: 'Audit', id: 'a2', grade: 3, score: 8, worker: { __typename: 'Worker', id: 'w2' }, lead: { __typename: 'Worker', id: 'w2' } },
];
export const TEAM: Row = { __typename: 'Team', id: 't1', title: 'North', members: WORKERS };

const byId = (rows: Row[], id: unknown): Row | null => rows.find((row) => row['id'] === id) ?? null;

export const staffResolvers = {
  Query: {
    worker: (_: unknown, { id }: { id: string }) => byId(WORKERS, id),
    workers: () => WORKERS,
    node: (_: unknown, { id }: { id: string }) => byId([...WORKERS, TEAM], id),
    places: () => [...WORKERS, TEAM],
    questionnaire: () => 'How was it?',
  },
  Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...byId(WORKERS, id), name }) },
  Worker: {
    __resolveReference: ({ id }: { id: string }): Row | null | Promise<Row> => byId(WORKERS, id),
    note: (): string | null => null,
  },
  Team: { __resolveReference: () => TEAM },
  Node: { __resolveType: (row: Row) => row['__typename'] },
  Place: { __resolveType: (row: Row) => row['__typename'] },
};

export const auditResolvers = {
  Query: { audits: (): Row[] => AUDIT_ROWS },
  Worker: {
    __resolveReference: (reference: Row) => reference,
    load: (): number | null => 4,
    yearsHere: ({ startedOn }: { startedOn?: string }) => (startedOn ? 2019 - Number(startedOn.slice(0, 4)) : null),
    audits: ({ id }: { id: string }) => AUDIT_ROWS.filter((row) => (row['worker'] as Row)['id'] === id),
  },
  Audit: { __resolveReference: ({ id }: { id: string }) => byId(AUDIT_ROWS, id) },
};

/** A subgraph in this process, and every request that it was sent. */
export class LocalSubgraph implements SubgraphTransport {
  readonly requests: SubgraphRequest[] = [];
  /** What it does instead of answering, where a story needs that. */
  instead: ((request: SubgraphRequest) => Promise<ExecutionResult>) | null = null;
  private readonly schema;

  constructor(typeDefs: string, resolvers: object) {
    this.schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
  }

  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    this.requests.push(request);
    if (this.instead) return this.instead(request);
    const { document, variables, operationName, viewer } = request;
    return execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue: { viewer } });
  }
}

export function composed(subgraphs: Record<string, string>): string {
  const result = composeServices(Object.entries(subgraphs).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid` })));
  if (!result.supergraphSdl) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
}

export const PERSON: Viewer = { ...nobody('test-request'), personId: '10000000-0000-4000-8000-000000000001', displayName: 'Cora Vale' };

export interface TestGraph {
  gateway: FastifyInstance;
  staff: LocalSubgraph;
  audits: LocalSubgraph;
  /** Everything that was logged. */
  lines: Record<string, unknown>[];
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Asked>;
}

export interface Asked {
  status: number;
  headers: Record<string, unknown>;
  body: { data?: Record<string, unknown> | null; errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[] };
}

export async function testGraph(options: { staff?: object; audits?: object; gateway?: Partial<GatewayOptions> } = {}): Promise<TestGraph> {
  const staff = new LocalSubgraph(STAFF, { ...staffResolvers, ...options.staff });
  const audits = new LocalSubgraph(AUDITS, { ...auditResolvers, ...options.audits });
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const gateway = await createGateway({
    supergraph: composed({ staff: STAFF, audits: AUDITS }),
    transports: { staff, audits },
    viewerOf: ({ authorization }, requestId) => Promise.resolve(authorization ? { ...PERSON, requestId } : nobody(requestId)),
    production: false,
    logger,
    publicFields: ['questionnaire'],
    ready: () => Promise.resolve([]),
    ...options.gateway,
  });
  return { gateway, staff, audits, lines, ask: (query, variables, headers) => ask(gateway, query, variables, headers) };
}

async function ask(gateway: FastifyInstance, query: string, variables?: Record<string, unknown>, headers: Record<string, string> = { authorization: 'Bearer x.y.z' }): Promise<Asked> {
  const response = await gateway.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}
