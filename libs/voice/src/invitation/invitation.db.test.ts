import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { execute, parse } from 'graphql';
import { answerOf, ASH, ask, change, ELM, newKey, openWorld, PEOPLE, placed, planEnded, refOf, SOUTH, tell, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const LIST = '{ invitations { totalCount edges { node { audience reason raisedOn mode givenOn questionnaireVersion { questionnaire { code } } child { ref } worker { id } } } } }';
const GIVE = `mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { __typename
  ... on GiveInvitationLinkSuccess { token invitation { mode givenOn linksGiven version } }
  ... on InvitationVersionStale { currentVersion } ... on Problem { path } } }`;

async function give(viewer: (typeof PEOPLE)[keyof typeof PEOPLE], invitationId: string, version: number, idempotencyKey = newKey()) {
  return change(world.voice, viewer, GIVE, { idempotencyKey, invitationId, version });
}

test('when a plan ends the child and the parents are invited, once, however often it is told', async () => {
  const data = { episodeId: randomUUID(), childId: ASH, endedOn: '2018-10-31', workerId: null, teamId: null };
  const id = await tell(world.voice, 'casework.cp-plan.ended.v1', data, { at: '2018-11-01T23:30:00.000Z' });
  await tell(world.voice, 'casework.cp-plan.ended.v1', data, { id });
  await tell(world.voice, 'casework.cp-plan.ended.v1', data);
  const { invitations } = await answerOf<{ invitations: { totalCount: number; edges: { node: object }[] } }>(world.voice, PEOPLE.wren, LIST);
  const about = { reason: 'CP_PLAN_ENDED', raisedOn: '2018-11-01', mode: null, givenOn: null, child: { ref: globalId('Child', ASH) }, worker: { id: globalId('Worker', PEOPLE.wren.personId) } };
  expect(invitations.totalCount).toBe(2);
  expect(invitations.edges.map((edge) => edge.node)).toEqual(
    expect.arrayContaining([
      { audience: 'CHILD', questionnaireVersion: { questionnaire: { code: 'cp-plan-end' } }, ...about },
      { audience: 'PARENT', questionnaireVersion: { questionnaire: { code: 'cp-plan-end-parents' } }, ...about },
    ]),
  );
});

test('each invitation raised is told to the rest of the graph', async () => {
  const { rows } = await world.admin.query(`select type, data ->> 'audience' as audience, data ->> 'childId' as child from voice_queue.outgoing order by audience`);
  expect(rows).toEqual([
    { type: 'voice.invitation.raised.v1', audience: 'CHILD', child: ASH },
    { type: 'voice.invitation.raised.v1', audience: 'PARENT', child: ASH },
  ]);
});

test('a link is given once, and its token is kept nowhere', async () => {
  const { id, version } = await planEnded(world.voice);
  const key = newKey();
  const given = await give(PEOPLE.wren, id, version, key);
  expect(given).toEqual({ __typename: 'GiveInvitationLinkSuccess', token: expect.stringMatching(/^[\w-]{82}$/), invitation: { mode: 'LINK', givenOn: '2018-11-05', linksGiven: 1, version: 2 } });
  expect(await give(PEOPLE.wren, id, version, key)).toEqual({ ...given, token: null });
  const { rows } = await world.admin.query('select outcome::text || (select coalesce(jsonb_agg(h)::text, $2) from voice.invitation_history h) as kept from voice.command_log where key = $1', [key, '']);
  expect(rows[0].kept).not.toContain(String(given['token']));
});

test('the same key with another input, and a stale version, are refused and change nothing', async () => {
  const { id, version } = await planEnded(world.voice);
  const key = newKey();
  await give(PEOPLE.wren, id, version, key);
  expect(await give(PEOPLE.wren, id, 2, key)).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  expect(await give(PEOPLE.wren, id, version)).toEqual({ __typename: 'InvitationVersionStale', currentVersion: 2, path: ['version'] });
  expect(await give(PEOPLE.wren, id, 2)).toMatchObject({ invitation: { linksGiven: 2, version: 3 } });
});

test('three links are the most for one invitation', async () => {
  const { id } = await planEnded(world.voice);
  for (const version of [1, 2, 3]) await give(PEOPLE.wren, id, version);
  expect(await give(PEOPLE.wren, id, 4)).toEqual({ __typename: 'InvitationLinkLimitReached', path: ['invitationId'] });
});

test.each(['odd', 'southManager'] as const)('%s, of another team, finds no invitation by any path', async (who) => {
  const { id, version } = await planEnded(world.voice);
  const paths = await answerOf(
    world.voice,
    PEOPLE[who],
    `query ($id: ID!, $refs: [_Any!]!) {
      invitation(id: $id) { id }
      invitations { totalCount edges { node { id } } }
      _entities(representations: $refs) { ... on Invitation { audience } ... on Child { invitations { totalCount edges { node { id } } } } } }`,
    { id, refs: [{ __typename: 'Invitation', id }, refOf(ASH)] },
  );
  expect(paths).toEqual({
    invitation: null,
    invitations: { totalCount: 0, edges: [] },
    _entities: [null, { invitations: { totalCount: 0, edges: [] } }],
  });
  expect(await give(PEOPLE[who], id, version)).toEqual({ __typename: 'NotFound', path: ['invitationId'] });
});

test.each(['wren', 'iris', 'northManager', 'northSenior', 'headOfService', 'principalIro', 'psw', 'qpa'] as const)('%s, who may see the child, sees the invitation', async (who) => {
  const { id } = await planEnded(world.voice);
  expect(await answerOf(world.voice, PEOPLE[who], 'query ($id: ID!) { invitation(id: $id) { audience } }', { id })).toEqual({ invitation: { audience: 'CHILD' } });
});

test.each(['hr', 'member', 'nobody'] as const)('%s may not ask for invitations at all', async (who) => {
  const { errors } = await ask(world.voice, PEOPLE[who], LIST);
  expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
});

test('when a child moves to another team, its invitations move along', async () => {
  const { id } = await planEnded(world.voice);
  await tell(world.voice, 'casework.child.changed.v1', placed(ASH, PEOPLE.odd.personId, SOUTH, null), { at: '2018-11-02T09:00:00.000Z' });
  const seen = async (viewer: (typeof PEOPLE)['wren']) => (await answerOf(world.voice, viewer, 'query ($id: ID!) { invitation(id: $id) { id } }', { id }))['invitation'];
  expect(await seen(PEOPLE.wren)).toBeNull();
  expect(await seen(PEOPLE.odd)).toEqual({ id });
  // Told late: what is older changes nothing.
  await tell(world.voice, 'casework.child.changed.v1', placed(ASH, PEOPLE.wren.personId, null, null), { at: '2018-11-01T12:00:00.000Z' });
  expect(await seen(PEOPLE.odd)).toEqual({ id });
  await tell(world.voice, 'casework.child.changed.v1', placed(ASH, PEOPLE.wren.personId, '10000000-0000-4000-8000-000000000001', PEOPLE.iris.personId), { at: '2018-11-03T09:00:00.000Z' });
  expect(await seen(PEOPLE.wren)).toEqual({ id });
});

test('a list of invitations with what hangs on them takes few statements, however long', async () => {
  for (let plan = 0; plan < 12; plan += 1) await planEnded(world.voice, ELM);
  const unit = world.voice.unit(PEOPLE.southManager, 'test');
  const document = parse('{ invitations(first: 100) { edges { node { id worker { id } team { id } child { ref } questionnaireVersion { number questionnaire { code } questions { key } } } } } }');
  const result = await execute({ schema: world.voice.schema, document, contextValue: { viewer: PEOPLE.southManager, unit, now: new Date(), published: () => undefined } });
  expect((result.data as { invitations: { edges: unknown[] } }).invitations.edges).toHaveLength(24);
  expect(unit.statements).toBe(4);
  await unit.end();
});
