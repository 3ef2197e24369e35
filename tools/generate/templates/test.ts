import type { SliceContext } from '../slice-files';

/** A story on a real database, and the folder's README. */
export function testFiles({ subgraph, names }: SliceContext): Record<string, string> {
  const { kebab, pascal, camel, plural, words, manyWords } = names;
  const constant = subgraph.toUpperCase();
  return {
    [`${kebab}/${kebab}.db.test.ts`]: `import { randomUUID } from 'node:crypto';
import { globalId, Subgraph } from '@qaf/graph';
import { nobody, type Role, type Viewer } from '@qaf/identity';
import { testDatabase, type TestDatabase } from '@qaf/testing';
import { parse } from 'graphql';
import { ${constant} } from '../subgraph';

const NORTH = randomUUID();
const SOUTH = randomUUID();

function person(role: Role, more: Partial<Viewer> = {}): Viewer {
  const id = randomUUID();
  return { ...nobody('request'), personId: id, workerId: id, grants: [{ role, scope: 'self', scopeId: null }], ...more };
}

const practitioner = person('practitioner', { ownTeams: [NORTH] });
const manager = person('team_manager', { teams: [NORTH], ownTeams: [NORTH] });
const outsider = person('team_manager', { teams: [SOUTH], ownTeams: [SOUTH] });

interface Asked {
  data: Record<string, unknown> | null | undefined;
  codes: unknown[];
}

describe('${words[0]?.toUpperCase()}${words.slice(1)}', () => {
  let database: TestDatabase;
  let subgraph: Subgraph;

  beforeAll(async () => {
    database = await testDatabase([${constant}.store]);
    subgraph = await Subgraph.open(${constant}, { url: database.urls.${subgraph}, poolSize: 2, now: () => new Date('2026-03-18T10:00:00Z') });
  }, 60_000);

  afterAll(async () => {
    await subgraph.close();
    await database.drop();
  });

  async function ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Asked> {
    const { data, errors } = await subgraph.execute({ document: parse(query), variables, operationName: undefined, viewer });
    return { data, codes: (errors ?? []).map((error) => error.extensions?.['code']) };
  }

  async function recorded(title = 'Made with care'): Promise<{ id: string; version: number }> {
    const { data } = await ask(practitioner, RECORD, { input: { idempotencyKey: randomUUID(), title } });
    return (data?.['record${pascal}'] as { ${camel}: { id: string; version: number } }).${camel};
  }

  it('is recorded by a practitioner and seen by the manager of the team', async () => {
    const { id } = await recorded();
    const seen = await ask(manager, READ, { id });
    expect(seen).toEqual({ data: { ${camel}: { title: 'Made with care', recordedOn: '2026-03-18', version: 1 } }, codes: [] });
  });

  it('does not exist for the manager of another team, by any path', async () => {
    const { id, version } = await recorded();
    const read = await ask(outsider, READ, { id });
    const listed = await ask(outsider, '{ ${plural} { totalCount edges { node { id } } } }');
    const entity = await ask(outsider, 'query Q($id: ID!) { _entities(representations: [{ __typename: "${pascal}", id: $id }]) { ... on ${pascal} { title } } }', { id });
    const corrected = await ask(outsider, CORRECT, { input: { idempotencyKey: randomUUID(), ${camel}Id: id, version, title: 'Mine' } });
    expect([read.data, listed.data, entity.data]).toEqual([{ ${camel}: null }, { ${plural}: { totalCount: 0, edges: [] } }, { _entities: [null] }]);
    expect(corrected.data).toMatchObject({ correct${pascal}: { __typename: 'NotFound', path: ['${camel}Id'] } });
  });

  it('is corrected from a current copy alone', async () => {
    const { id } = await recorded();
    const correct = (version: number, title: string) => ask(manager, CORRECT, { input: { idempotencyKey: randomUUID(), ${camel}Id: id, version, title } });
    expect((await correct(1, 'Better')).data).toMatchObject({ correct${pascal}: { __typename: 'Correct${pascal}Success', ${camel}: { title: 'Better', version: 2 } } });
    expect((await correct(1, 'Stale')).data).toMatchObject({ correct${pascal}: { __typename: '${pascal}VersionStale', currentVersion: 2 } });
    expect((await ask(manager, READ, { id })).data).toMatchObject({ ${camel}: { title: 'Better', version: 2 } });
  });

  it('is recorded once for one key', async () => {
    const input = { idempotencyKey: randomUUID(), title: 'Once' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(practitioner, RECORD, { input })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect((await ask(practitioner, RECORD, { input: { ...input, title: 'Twice' } })).data).toMatchObject({ record${pascal}: { __typename: 'IdempotencyKeyReused' } });
  });

  it('refuses what is malformed, and an unknown id reads as absent', async () => {
    for (const title of ['', 'a\\u0000b', '\\ud800', 'x'.repeat(201)]) {
      expect((await ask(practitioner, RECORD, { input: { idempotencyKey: randomUUID(), title } })).codes).toEqual(['BAD_USER_INPUT']);
    }
    for (const id of ['nonsense', globalId('${pascal}', randomUUID())]) expect((await ask(manager, READ, { id })).data).toEqual({ ${camel}: null });
  });

  it('is nothing to nobody', async () => {
    expect(await ask(nobody('n'), '{ ${plural} { totalCount } }')).toEqual({ data: { ${plural}: null }, codes: ['FORBIDDEN'] });
  });
});

const READ = 'query Q($id: ID!) { ${camel}(id: $id) { title recordedOn version } }';
const RECORD = \`mutation M($input: Record${pascal}Input!) { record${pascal}(input: $input) { __typename
  ... on Record${pascal}Success { ${camel} { id title version } } ... on Problem { code path } } }\`;
const CORRECT = \`mutation M($input: Correct${pascal}Input!) { correct${pascal}(input: $input) { __typename
  ... on Correct${pascal}Success { ${camel} { title version } } ... on ${pascal}VersionStale { currentVersion } ... on Problem { code path } } }\`;
`,
    [`${kebab}/README.md`]: `# ${words[0]?.toUpperCase()}${words.slice(1)}

Owns the ${manyWords}: what each is, who recorded it, when, and for which team.

Must always hold: it is seen by whoever recorded it, by those who lead its team and by quality, and by nobody else; a correction needs the current version; what stood there before stays in its history.

Run its story: \`npm test -- libs/${subgraph}/src/${kebab}\`.
`,
  };
}
