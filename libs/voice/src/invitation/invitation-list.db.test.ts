import { globalId } from '@qaf/graph';
import { answerOf, ASH, ask, change, ELM, NORTH, openWorld, PEOPLE, planEnded, SOUTH, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { id, version } = await planEnded(world.voice, ASH);
  await change(world.voice, PEOPLE.wren, 'mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { __typename } }', { invitationId: id, version });
  await planEnded(world.voice, ELM);
  await planEnded(world.voice, ELM);
});

afterAll(() => world.close());

interface Listed {
  invitations: { totalCount: number; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string }; edges: { node: { id: string } }[] };
}

const LIST = `query ($filter: InvitationFilter, $first: Int, $after: String, $orderBy: InvitationOrder = NEWEST) {
  invitations(filter: $filter, first: $first, after: $after, orderBy: $orderBy) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id } } } }`;

async function listed(variables: Record<string, unknown>): Promise<Listed['invitations']> {
  return (await answerOf<Listed>(world.voice, PEOPLE.qpa, LIST, variables)).invitations;
}

test.each([
  [{}, 6],
  [{ teamId: globalId('Team', NORTH) }, 2],
  [{ teamId: globalId('Team', SOUTH) }, 4],
  [{ workerId: globalId('Worker', PEOPLE.wren.personId) }, 2],
  [{ workerId: 'not an id' }, 0],
  [{ audience: 'PARENT' }, 3],
  [{ questionnaireCode: 'cp-plan-end' }, 3],
  [{ questionnaireCode: 'cp-plan-end', given: true }, 1],
  [{ given: false }, 5],
  [{ toRemind: true }, 1],
  [{ toRemind: false }, 5],
  [{ from: '2018-11-01', before: '2018-11-02' }, 6],
  [{ from: '2018-11-02' }, 0],
])('QPA narrows the list by %j', async (filter, expected) => {
  const { totalCount, edges } = await listed({ filter });
  expect([totalCount, edges.length]).toEqual([expected, expected]);
});

test('a reader pages through all of them, each once', async () => {
  const whole = (await listed({ first: 100 })).edges.map((edge) => edge.node.id);
  const first = await listed({ first: 4 });
  const rest = await listed({ first: 4, after: first.pageInfo.endCursor });
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage, rest.pageInfo.hasPreviousPage]).toEqual([true, false, true]);
  expect([...first.edges, ...rest.edges].map((edge) => edge.node.id)).toEqual(whole);
  expect((await listed({ first: 100, orderBy: 'OLDEST' })).edges.map((edge) => edge.node.id)).toEqual([...whole].reverse());
});

test.each([{ first: 101 }, { first: 0 }, { first: 2 ** 31 }, { after: 'made up' }, { filter: { from: '2018-02-30' } }, { filter: { audience: 'a'.repeat(1_000_000) } }])('a list asked for with %# is refused', async (variables) => {
  const { errors } = await ask(world.voice, PEOPLE.qpa, LIST, variables);
  expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
});

test('whoever was given a link is reminded, whether they answered or not, until they decline or the quarter ends', async () => {
  const reminded = async () => (await listed({ filter: { toRemind: true } })).totalCount;
  const { id, version } = await planEnded(world.voice, ELM);
  const given = await change(world.voice, PEOPLE.odd, 'mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { ... on GiveInvitationLinkSuccess { token } } }', { invitationId: id, version });
  expect(await reminded()).toBe(2);
  const questions = [{ key: 'listened-to', value: '4' }, { key: 'feel-safe', value: 'YES' }];
  const answered = await answerOf(world.voice, PEOPLE.nobody, 'mutation ($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { __typename } }', { input: { token: given['token'], answers: questions } });
  expect(answered['answerQuestionnaire']).toEqual({ __typename: 'AnswerQuestionnaireSuccess' });
  expect(await reminded()).toBe(2);
  await change(world.voice, PEOPLE.odd, 'mutation ($input: RecordInvitationOutcomeInput!) { recordInvitationOutcome(input: $input) { __typename } }', { invitationId: id, version: version + 1, outcome: 'DECLINED', reason: 'NO_REASON_GIVEN' });
  expect(await reminded()).toBe(1);
  await world.admin.query(`update voice.invitation set raised_on = '2018-09-30', given_on = '2018-09-30' where given_on is not null`);
  expect(await reminded()).toBe(0);
});
