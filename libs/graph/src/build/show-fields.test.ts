import { nobody, type Role, type Viewer } from '@qaf/identity';
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import type { GraphContext } from '../context';
import { showFields } from './show-fields';

const SDL = `
  interface Problem { code: String }
  type Worker { id: ID! displayName: String staffNumber: String employment: Employment childrenAllocated: ChildConnection }
  type Employment { fteThousandths: Int! }
  type Child { id: ID! caseReference: String }
  type ChildEdge { node: Child cursor: String! }
  type ChildConnection { edges: [ChildEdge!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  enum WorkerOrder { NAME STAFF_NUMBER }
  input WorkerFilter { role: String managerId: ID }
  type Query { workers(filter: WorkerFilter, orderBy: WorkerOrder): [Worker] }`;

function person(role: Role): Viewer {
  return { ...nobody('r'), grants: [{ role, scope: 'self', scopeId: null }] };
}

const worker = {
  id: 'w',
  displayName: 'Noor',
  staffNumber: '4711',
  employment: { fteThousandths: 800 },
  childrenAllocated: { edges: [{ node: { id: 'c', caseReference: 'C1' }, cursor: 'x' }], pageInfo: { hasNextPage: false } },
};

const EVERYTHING = '{ workers { id displayName staffNumber employment { fteThousandths } childrenAllocated { edges { node { caseReference } } } } }';

async function ask(schema: GraphQLSchema, role: Role, query = EVERYTHING) {
  const answer = await execute({ schema, document: parse(query), rootValue: { workers: [worker] }, contextValue: { viewer: person(role) } as GraphContext });
  return JSON.parse(JSON.stringify({ row: (answer.data?.['workers'] as unknown[] | null)?.[0] ?? null, errors: answer.errors?.map((error) => error.extensions['code']) ?? [] })) as { row: unknown; errors: unknown[] };
}

describe('Who sees a field', () => {
  const schema = buildSchema(SDL);
  showFields('test', schema, () => ['practitioner', 'hr_officer', 'elected_member', 'administrator']);

  it('is said by the class of the field and of what it leads to', async () => {
    expect((await ask(schema, 'practitioner')).row).toEqual({ id: 'w', displayName: 'Noor', staffNumber: '4711', employment: { fteThousandths: 800 }, childrenAllocated: { edges: [{ node: { caseReference: 'C1' } }] } });
    expect((await ask(schema, 'hr_officer')).row).toMatchObject({ staffNumber: '4711', employment: { fteThousandths: 800 }, childrenAllocated: null });
    expect((await ask(schema, 'administrator')).row).toMatchObject({ staffNumber: '4711', employment: null, childrenAllocated: null });
    expect((await ask(schema, 'elected_member')).row).toEqual({ id: 'w', displayName: 'Noor', staffNumber: null, employment: null, childrenAllocated: null });
  });

  it.each(['{ workers(orderBy: STAFF_NUMBER) { id } }', '{ workers(filter: { role: "x" }) { id } }', '{ workers(filter: { managerId: "x" }) { id } }'])('is no less for what is searched and ordered by: %s', async (query) => {
    expect(await ask(schema, 'elected_member', query)).toEqual({ row: null, errors: ['FORBIDDEN'] });
    expect(await ask(schema, 'practitioner', query)).toEqual({ row: { id: 'w' }, errors: [] });
  });

  it('is left alone where all may see it', async () => {
    expect(await ask(schema, 'elected_member', '{ workers(orderBy: NAME, filter: { role: null }) { id } }')).toEqual({ row: { id: 'w' }, errors: [] });
  });

  it.each([
    ['a type without a line', 'type Query { secrets: [Secret] } type Secret { text: String }', 'Secret has no line in the table of fields'],
    ['a filter without a line', 'type Query { workers(filter: SecretFilter): String } input SecretFilter { a: Int }', 'SecretFilter has no line in the table of fields'],
    ['an order without a line', 'type Query { workers(orderBy: SecretOrder): String } enum SecretOrder { A }', 'SecretOrder has no line in the table of fields'],
    ['a narrower field that cannot be null', 'type Query { workers: [Worker] } type Worker { staffNumber: String! }', 'Worker.staffNumber is for fewer than what it hangs on, and cannot be null'],
    ['a field to what fewer see that cannot be null', 'type Query { team: Team } type Team { children: [Child!]! } type Child { id: ID! }', 'Team.children is for fewer than what it hangs on, and cannot be null'],
  ])('must be said: %s does not build', (_name, sdl, fault) => {
    expect(() => showFields('test', buildSchema(sdl), () => ['elected_member'])).toThrow(`test: who sees what is not said: ${fault}.`);
  });
});
