import { randomUUID } from 'node:crypto';
import { Casework, shown, viewer } from '../casework.fixtures';

const LIST = '{ unmatchedNames(filter: { resolved: false }) { totalCount edges { node { id kind name rows firstList firstRow version worker { id } team { id } } } } }';
const RESOLVE = `mutation M($input: ResolveUnmatchedNameInput!) { resolveUnmatchedName(input: $input) { __typename
  ... on ResolveUnmatchedNameSuccess { unmatchedName { version worker { id } team { id } } } ... on UnmatchedNameVersionStale { currentVersion } ... on Problem { code path } } }`;

describe('names that an import could not match', () => {
  let casework: Casework;
  let ids: Record<'WORKER' | 'TEAM', string>;

  beforeAll(async () => {
    casework = await Casework.open();
    await casework.sql(
      casework.machine,
      `insert into unmatched_name (source, kind, name, rows, first_list, first_row) values ('annex-a', 'WORKER', 'j. brook', 12, 'List 6', 4), ('annex-a', 'TEAM', 'north team', 30, 'List 7', 2)`,
    );
    const { data } = await casework.ask(casework.qpa, LIST);
    ids = Object.fromEntries(data.unmatchedNames.edges.map(({ node }: { node: { kind: string; id: string } }) => [node.kind, node.id])) as never;
  }, 60_000);
  afterAll(() => casework.close());

  const resolve = async (input: Record<string, unknown>, who = casework.qpa) =>
    (await casework.ask(who, RESOLVE, { input: { idempotencyKey: randomUUID(), ...input } })).data.resolveUnmatchedName;

  it('are listed by how many rows bear them, for quality alone', async () => {
    const { data } = await casework.ask(casework.qpa, LIST);
    expect(data.unmatchedNames.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['north team', 'j. brook']);
    for (const role of ['team_manager', 'practitioner', 'director', 'administrator'] as const) {
      expect([role, (await casework.ask(viewer(role), LIST)).errors[0]?.extensions]).toEqual([role, { code: 'FORBIDDEN' }]);
    }
  });

  it('are resolved with a worker or a team that is known, each with its own kind', async () => {
    const workerId = shown('Worker', casework.worker.personId);
    const teamId = shown('Team', casework.north);
    expect(await resolve({ unmatchedNameId: ids.WORKER, version: 1, teamId })).toMatchObject({ __typename: 'InputInvalid', path: ['workerId'] });
    expect(await resolve({ unmatchedNameId: ids.WORKER, version: 1 })).toMatchObject({ __typename: 'InputInvalid' });
    expect(await resolve({ unmatchedNameId: ids.WORKER, version: 1, workerId: shown('Worker', randomUUID()) })).toMatchObject({ __typename: 'NotFound', path: ['workerId'] });
    expect(await resolve({ unmatchedNameId: ids.TEAM, version: 1, teamId: shown('Team', randomUUID()) })).toMatchObject({ __typename: 'NotFound', path: ['teamId'] });
    expect(await resolve({ unmatchedNameId: ids.WORKER, version: 1, workerId })).toMatchObject({ unmatchedName: { version: 2, worker: { id: workerId }, team: null } });
    expect(await resolve({ unmatchedNameId: ids.TEAM, version: 1, teamId })).toMatchObject({ unmatchedName: { version: 2, worker: null, team: { id: teamId } } });
    expect(await resolve({ unmatchedNameId: ids.TEAM, version: 1, teamId })).toMatchObject({ __typename: 'UnmatchedNameVersionStale', currentVersion: 2 });
    expect(await resolve({ unmatchedNameId: shown('UnmatchedName', randomUUID()), version: 1, teamId })).toMatchObject({ __typename: 'NotFound', path: ['unmatchedNameId'] });
    expect((await casework.ask(casework.qpa, LIST)).data.unmatchedNames.totalCount).toBe(0);
  });
});

describe('the record of imports', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  it('says of each file what was done and why, to the administrator too', async () => {
    const notes = [{ list: 'List 6', row: 9, column: null, severity: 'LEFT_OUT', reason: 'The plan has no start.' }];
    await casework.sql(
      casework.machine,
      `insert into import_run (format, file_hash, started_at, finished_at, added, left_out, notes) values ('annex-a', repeat('0', 64), '2026-03-18T09:00:00Z', '2026-03-18T09:00:02Z', 10, 1, $1)`,
      [JSON.stringify(notes)],
    );
    const { data } = await casework.ask(viewer('administrator'), '{ importRuns { edges { node { format startedAt added changed leftOut notes { list row column severity reason } } } } }');
    expect(data.importRuns.edges).toEqual([{ node: { format: 'annex-a', startedAt: '2026-03-18T09:00:00.000Z', added: 10, changed: 0, leftOut: 1, notes } }]);
    expect((await casework.ask(casework.manager, '{ importRuns { totalCount } }')).errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });
});
