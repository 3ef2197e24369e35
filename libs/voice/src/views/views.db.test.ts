import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { execute, parse } from 'graphql';
import { answerOf, ASH, ask, change, ELM, newKey, openWorld, PEOPLE, refOf, tell, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const RECORD = `mutation ($input: RecordViewsInput!) { recordViews(input: $input) { __typename
  ... on RecordViewsSuccess { viewsRecord { id occasion occasionId onDate seen seenAlone views influencedPlan source version participation { code title } child { ref } worker { id } } }
  ... on Problem { path } } }`;
const CHANGE = `mutation ($input: ChangeViewsInput!) { changeViews(input: $input) { __typename
  ... on ChangeViewsSuccess { viewsRecord { seen seenAlone views source version participation { code } } } ... on ViewsRecordVersionStale { currentVersion } ... on Problem { path } } }`;
const VISIT = { childId: globalId('Child', ASH), occasion: 'VISIT', onDate: '2018-11-02', seen: true, seenAlone: true };

function fact(overrides: object = {}): Record<string, unknown> {
  return { childId: ASH, kind: 'VISIT', sourceId: randomUUID(), on: '2018-10-01', seen: true, seenAlone: null, participationCode: null, workerId: null, teamId: null, ...overrides };
}

async function imported(...facts: object[]): Promise<void> {
  await tell(world.voice, 'casework.views.imported.v1', { facts });
}

async function rowOf(sourceId: unknown): Promise<Record<string, unknown>> {
  const { rows } = await world.admin.query('select id, on_date::text, seen, seen_alone, participation_code, views, source, version, worker_id, team_id, iro_id from voice.views_record where occasion_id = $1', [sourceId]);
  return rows[0];
}

async function recordCount(): Promise<number> {
  return (await world.admin.query('select count(*)::int as n from voice.views_record')).rows[0].n;
}

test('a worker records what a child said on a visit, and that it changed the plan', async () => {
  const visit = globalId('Visit', randomUUID());
  const result = await change(world.voice, PEOPLE.wren, RECORD, { ...VISIT, occasionId: visit, views: 'Wants to see Grandad more often', influencedPlan: true });
  expect(result).toEqual({
    __typename: 'RecordViewsSuccess',
    viewsRecord: {
      id: expect.any(String), occasion: 'VISIT', occasionId: visit, onDate: '2018-11-02', seen: true, seenAlone: true, views: 'Wants to see Grandad more often', influencedPlan: true,
      source: 'WORKER', version: 1, participation: null, child: { ref: globalId('Child', ASH) }, worker: { id: globalId('Worker', PEOPLE.wren.personId) },
    },
  });
  expect(await change(world.voice, PEOPLE.wren, RECORD, { ...VISIT, occasionId: visit })).toEqual({ __typename: 'ViewsRecordExists', path: ['occasionId'] });
});

test('the same command twice is once', async () => {
  const input = { ...VISIT, idempotencyKey: newKey() };
  const before = await recordCount();
  expect(await change(world.voice, PEOPLE.wren, RECORD, input)).toEqual(await change(world.voice, PEOPLE.wren, RECORD, input));
  expect(await recordCount()).toBe(before + 1);
});

test('what an import says is kept once; a changed fact is a new version with the old one in its history', async () => {
  const visit = fact({ seenAlone: true, seen: null });
  const review = fact({ kind: 'LAC_REVIEW', seen: null, participationCode: 'PN3' });
  await imported(visit, review, visit);
  await imported(visit, review);
  expect(await rowOf(visit['sourceId'])).toMatchObject({ on_date: '2018-10-01', seen: true, seen_alone: true, source: 'IMPORT', version: 1, worker_id: PEOPLE.wren.personId, iro_id: PEOPLE.iris.personId });
  expect(await rowOf(review['sourceId'])).toMatchObject({ participation_code: 'PN3', version: 1 });
  await imported({ ...review, participationCode: 'PN1', on: '2018-10-02' });
  const changed = await rowOf(review['sourceId']);
  expect(changed).toMatchObject({ participation_code: 'PN1', on_date: '2018-10-02', version: 2 });
  const { rows } = await world.admin.query(`select version, "row" ->> 'participation_code' as code from voice.views_record_history where id = $1 order by history_id`, [changed['id']]);
  expect(rows).toEqual([{ version: 1, code: 'PN3' }, { version: 2, code: 'PN1' }]);
});

test('a code that the return does not know is left out, and the rest is kept', async () => {
  const review = fact({ kind: 'LAC_REVIEW', participationCode: 'PN9', seen: null });
  await imported(review);
  expect(await rowOf(review['sourceId'])).toMatchObject({ participation_code: null, on_date: '2018-10-01' });
});

test('a worker completes an imported record; what they keyed the next import leaves alone', async () => {
  const visit = fact();
  await imported(visit);
  const id = globalId('ViewsRecord', String((await rowOf(visit['sourceId']))['id']));
  const completed = await change(world.voice, PEOPLE.wren, CHANGE, { viewsRecordId: id, version: 1, seen: true, views: 'Likes the new school' });
  expect(completed).toMatchObject({ viewsRecord: { seen: true, views: 'Likes the new school', source: 'IMPORT', version: 2 } });
  expect(await change(world.voice, PEOPLE.wren, CHANGE, { viewsRecordId: id, version: 2, seen: false, views: 'Likes the new school' })).toMatchObject({ viewsRecord: { seen: false, source: 'WORKER', version: 3 } });
  await imported({ ...visit, seen: true, on: '2018-10-01' });
  expect(await rowOf(visit['sourceId'])).toMatchObject({ seen: false, views: 'Likes the new school', version: 3 });
  expect(await change(world.voice, PEOPLE.wren, CHANGE, { viewsRecordId: id, version: 1, seen: true })).toEqual({ __typename: 'ViewsRecordVersionStale', currentVersion: 3, path: ['version'] });
});

test.each([
  ['a day to come', { onDate: '2018-11-06' }, 'InputInvalid', ['onDate']],
  ['an occasion that is none', { occasion: 'PARTY' }, 'InputInvalid', ['occasion']],
  ['seen alone, yet not seen', { seen: false }, 'InputInvalid', ['seenAlone']],
  ['a visit with a code of reviews', { participationCode: 'PN1' }, 'InputInvalid', ['participationCode']],
  ['a review with an unknown code', { occasion: 'LAC_REVIEW', participationCode: 'PN8' }, 'InputInvalid', ['participationCode']],
  ['a review from before the codes', { occasion: 'LAC_REVIEW', participationCode: 'PN1', onDate: '2006-03-31' }, 'InputInvalid', ['participationCode']],
  ['an unknown child', { childId: globalId('Child', PEOPLE.psw.personId) }, 'NotFound', ['childId']],
  ['a child that is no child', { childId: globalId('Worker', ASH) }, 'NotFound', ['childId']],
  ['an occasion of another kind', { occasionId: globalId('CaseMeeting', ASH) }, 'NotFound', ['occasionId']],
])('%s is refused and nothing is written', async (_name, wrong, problem, path) => {
  const before = await recordCount();
  expect(await change(world.voice, PEOPLE.wren, RECORD, { ...VISIT, ...wrong })).toEqual({ __typename: problem, path });
  expect(await recordCount()).toBe(before);
});

test.each([
  ['NUL', { views: 'a\u0000b' }],
  ['half a character', { views: '\udc00' }],
  ['a megabyte', { views: 'a'.repeat(1_000_000) }],
  ['a day that does not exist', { onDate: '2018-02-30' }],
  ['a key of the wrong form', { idempotencyKey: 'no' }],
])('%s is refused as bad input and nothing is written', async (_name, wrong) => {
  const before = await recordCount();
  const answer = await ask(world.voice, PEOPLE.wren, RECORD, { input: { idempotencyKey: newKey(), ...VISIT, ...wrong } });
  expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  expect(JSON.stringify(answer).length).toBeLessThan(500);
  expect(await recordCount()).toBe(before);
});

test.each(['odd', 'southManager'] as const)('%s, of another team, finds no views by any path and records none', async (who) => {
  const visit = fact();
  await imported(visit);
  const id = globalId('ViewsRecord', String((await rowOf(visit['sourceId']))['id']));
  const before = await recordCount();
  const paths = await answerOf(
    world.voice,
    PEOPLE[who],
    'query ($id: ID!, $refs: [_Any!]!) { viewsRecord(id: $id) { id } _entities(representations: $refs) { ... on ViewsRecord { views } ... on Child { views { totalCount edges { node { id } } } } } }',
    { id, refs: [{ __typename: 'ViewsRecord', id }, refOf(ASH)] },
  );
  expect(paths).toEqual({ viewsRecord: null, _entities: [null, { views: { totalCount: 0, edges: [] } }] });
  expect(await change(world.voice, PEOPLE[who], RECORD, VISIT)).toEqual({ __typename: 'NotFound', path: ['childId'] });
  expect(await change(world.voice, PEOPLE[who], CHANGE, { viewsRecordId: id, version: 1, seen: true })).toEqual({ __typename: 'NotFound', path: ['viewsRecordId'] });
  const own = { ...VISIT, childId: globalId('Child', ELM), occasionId: globalId('Visit', String(visit['sourceId'])) };
  const refused = PEOPLE[who] === PEOPLE.odd ? await change(world.voice, PEOPLE.odd, RECORD, own) : { __typename: 'NotFound', path: ['occasionId'] };
  expect(refused).toEqual({ __typename: 'NotFound', path: ['occasionId'] });
  expect(await recordCount()).toBe(before);
});

test('QPA reads views and does not record them', async () => {
  expect((await ask(world.voice, PEOPLE.qpa, RECORD, { input: { idempotencyKey: newKey(), ...VISIT } })).errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
});

test('what was read and changed about a child is on the access record', async () => {
  const result = (await change(world.voice, PEOPLE.wren, RECORD, VISIT)) as { viewsRecord: { id: string } };
  await answerOf(world.voice, PEOPLE.iris, 'query ($id: ID!) { viewsRecord(id: $id) { views } }', { id: result.viewsRecord.id });
  const { rows } = await world.admin.query('select person_id, operation, entity_type, action from voice.access_record order by id desc limit 3');
  expect(rows).toEqual([
    { person_id: PEOPLE.iris.personId, operation: 'READ', entity_type: 'ViewsRecord', action: 'viewsRecord' },
    { person_id: PEOPLE.wren.personId, operation: 'READ', entity_type: 'ViewsRecord', action: 'recordViews' },
    { person_id: PEOPLE.wren.personId, operation: 'CHANGE', entity_type: 'ViewsRecord', action: 'recordViews' },
  ]);
});

test('the views of a hundred children are one page each and few statements in all', async () => {
  await imported(...Array.from({ length: 30 }, (_, day) => fact({ on: `2018-09-${String(day + 1).padStart(2, '0')}` })));
  const unit = world.voice.unit(PEOPLE.psw, 'test');
  const document = parse('query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Child { views(first: 5, filter: { occasion: "VISIT", from: "2018-09-01", before: "2018-10-01" }, orderBy: OLDEST) { totalCount pageInfo { hasNextPage endCursor } edges { node { onDate participation { title } } } } } } }');
  const refs = [refOf(ASH), refOf(ELM), ...Array.from({ length: 98 }, () => refOf(randomUUID()))];
  const result = await execute({ schema: world.voice.schema, document, variableValues: { refs }, contextValue: { viewer: PEOPLE.psw, unit, now: new Date(), published: () => undefined } });
  const [ash] = (result.data as { _entities: { views: { totalCount: number; edges: { node: { onDate: string } }[] } }[] })._entities;
  expect(ash?.views.totalCount).toBe(30);
  expect(ash?.views.edges.map((edge) => edge.node.onDate)).toEqual(['2018-09-01', '2018-09-02', '2018-09-03', '2018-09-04', '2018-09-05']);
  expect(unit.statements).toBe(2);
  await unit.end();
});
