import { randomBytes } from 'node:crypto';
import { answerOf, ask, change, openWorld, PEOPLE, planEnded, type World } from '../voice.fixtures';

let world: World;
let token: string;

const GIVE = 'mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { ... on GiveInvitationLinkSuccess { token } } }';
const ASK = 'mutation ($input: AskForHelpInput!) { askForHelp(input: $input) { __typename ... on AskForHelpSuccess { received } ... on Problem { path } } }';
const LIST = '{ helpRequests { edges { node { id name howToReach words askedAt state takenBy { id } outcome version waitedWorkingDays } } } }';
const TAKE = 'mutation ($input: TakeHelpRequestInput!) { takeHelpRequest(input: $input) { __typename ... on TakeHelpRequestSuccess { helpRequest { state version takenBy { id } } } ... on Problem { path } } }';
const CLOSE = 'mutation ($input: CloseHelpRequestInput!) { closeHelpRequest(input: $input) { __typename ... on CloseHelpRequestSuccess { helpRequest { state outcome version } } ... on Problem { path } } }';

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.admin.query('truncate voice.help_request, voice.help_request_history, voice.help_token');
  const { id, version } = await planEnded(world.voice);
  token = String((await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version }))['token']);
});

async function help(input: object = {}): Promise<Record<string, unknown> | null | undefined> {
  return (await answerOf(world.voice, PEOPLE.nobody, ASK, { input: { token, name: 'Wren from Oak Road', howToReach: 'At school, at noon', ...input } }))['askForHelp'];
}

interface Listed {
  helpRequests: { edges: { node: { id: string; version: number } & Record<string, unknown> }[] };
}

const listed = async (viewer = PEOPLE.compass) => (await answerOf<Listed>(world.voice, viewer, LIST)).helpRequests.edges.map(({ node }) => node);

test('whoever says who they are is there for the front door at once, and is taken and seen to', async () => {
  expect(await help({ words: 'Please come.' })).toEqual({ __typename: 'AskForHelpSuccess', received: true });
  const [request] = await listed();
  expect(request).toMatchObject({ name: 'Wren from Oak Road', howToReach: 'At school, at noon', words: 'Please come.', state: 'ASKED', takenBy: null, outcome: null });
  expect(await change(world.voice, PEOPLE.compass, CLOSE, { helpRequestId: request?.id, version: 1, outcome: 'IN_CONTACT' })).toMatchObject({ __typename: 'HelpRequestStateWrong' });
  expect(await change(world.voice, PEOPLE.compass, TAKE, { helpRequestId: request?.id, version: 1 })).toMatchObject({ helpRequest: { state: 'TAKEN', version: 2, takenBy: {} } });
  expect(await change(world.voice, PEOPLE.psw, TAKE, { helpRequestId: request?.id, version: 1 })).toMatchObject({ __typename: 'HelpRequestVersionStale' });
  expect(await change(world.voice, PEOPLE.psw, CLOSE, { helpRequestId: request?.id, version: 2, outcome: 'LOST' })).toMatchObject({ __typename: 'InputInvalid', path: ['outcome'] });
  expect(await change(world.voice, PEOPLE.psw, CLOSE, { helpRequestId: request?.id, version: 2, outcome: 'IN_CONTACT' })).toMatchObject({ helpRequest: { state: 'CLOSED', outcome: 'IN_CONTACT' } });
});

test('nobody else reads who asked', async () => {
  await help();
  for (const viewer of [PEOPLE.wren, PEOPLE.northManager, PEOPLE.qpa, PEOPLE.moderator, PEOPLE.impact, PEOPLE.member, PEOPLE.events]) {
    expect((await ask(world.voice, viewer, LIST)).errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
    expect(await world.voice.unit(viewer, 'test').command((tx) => tx.query('select * from help_request'))).toEqual([]);
  }
});

test('it needs a link of ours, and a name; and three times are enough', async () => {
  expect(await help({ token: randomBytes(61).toString('base64url') })).toMatchObject({ __typename: 'QuestionnaireTokenInvalid', path: ['token'] });
  expect(await help({ name: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['name'] });
  for (let turn = 0; turn < 3; turn += 1) expect(await help()).toMatchObject({ received: true });
  expect(await help()).toMatchObject({ __typename: 'HelpLimitReached' });
  expect(await listed()).toHaveLength(3);
});

test('what the link was used for stays apart: no hash, no transaction and no column is shared', async () => {
  const SEND = 'mutation ($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { ... on AnswerQuestionnaireSuccess { received help } } }';
  const sent = await answerOf(world.voice, PEOPLE.nobody, SEND, { input: { token, answers: [{ key: 'listened-to', value: '1' }, { key: 'feel-safe', value: 'NO' }] } });
  expect(sent['answerQuestionnaire']).toMatchObject({ received: true, help: expect.stringContaining('0800 1111') });
  // A link that was used for answering asks for help as well.
  expect(await help()).toMatchObject({ received: true });
  const shared = await world.admin.query(`select 1 from voice.help_token h join voice.spent_token s on s.hash = h.hash or s.xmin = h.xmin
    union all select 1 from voice.help_request r join voice.waiting_answer w on w.xmin = r.xmin or w.id = r.id`);
  expect(shared.rows).toEqual([]);
});

test('those that are open stand first in the order in which they came, with how long they have waited', async () => {
  await world.admin.query(`insert into voice.help_request (name, asked_at, state, taken_by, taken_at, outcome, closed_at) values
    ('Oak', '2018-11-01T09:00:00Z', 'ASKED', null, null, null, null), ('Elm', '2018-10-31T09:00:00Z', 'CLOSED', gen_random_uuid(), '2018-10-31T10:00:00Z', 'IN_CONTACT', '2018-10-31T11:00:00Z'),
    ('Fir', '2018-10-26T09:00:00Z', 'TAKEN', gen_random_uuid(), '2018-10-30T10:00:00Z', null, null)`);
  const open = async (viewer: typeof PEOPLE.compass, of: boolean) =>
    (await answerOf<{ helpRequests: { totalCount: number; edges: { node: { name: string; waitedWorkingDays: number } }[] } }>(world.voice, viewer, 'query ($of: Boolean) { helpRequests(open: $of) { totalCount edges { node { name waitedWorkingDays } } } }', { of })).helpRequests;
  // It is Monday 5 November. Fir was asked on Friday 26 October and taken on the Tuesday: two. Oak on Thursday the 1st: Friday and Monday.
  expect(await open(PEOPLE.compass, true)).toEqual({ totalCount: 2, edges: [{ node: { name: 'Fir', waitedWorkingDays: 2 } }, { node: { name: 'Oak', waitedWorkingDays: 2 } }] });
  expect(await open(PEOPLE.psw, false)).toEqual({ totalCount: 1, edges: [{ node: { name: 'Elm', waitedWorkingDays: 0 } }] });
});
