import { opened } from '../answer/token';
import { change, openWorld, PEOPLE, planEnded, type World } from '../voice.fixtures';

let world: World;

const GIVE = `mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { __typename ... on GiveInvitationLinkSuccess { token invitation { mode ageBand language outcome version } } ... on Problem { code path } } }`;
const NOTE = `mutation ($input: RecordInvitationOutcomeInput!) { recordInvitationOutcome(input: $input) { __typename ... on RecordInvitationOutcomeSuccess { invitation { outcome outcomeReason outcomeOn version } } ... on Problem { code path } } }`;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

test('a link carries how it was given, and the invitation keeps the same words', async () => {
  const { id, version } = await planEnded(world.voice);
  const given = await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version, mode: 'INTERVIEW', ageBand: '8_TO_11', language: 'pl' });
  expect(given).toMatchObject({ __typename: 'GiveInvitationLinkSuccess', invitation: { mode: 'INTERVIEW', ageBand: '8_TO_11', language: 'pl' } });
  expect(opened(String(given['token']))?.offered).toEqual({ mode: 'INTERVIEW', ageBand: '8_TO_11', language: 'pl' });
});

test.each([[{ mode: 'PIGEON' }, 'mode'], [{ ageBand: '9' }, 'ageBand'], [{ language: 'Polish' }, 'language']])('%j is refused', async (input, path) => {
  const { id, version } = await planEnded(world.voice);
  expect(await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version, ...input })).toMatchObject({ __typename: 'InputInvalid', path: [path] });
});

test('who would rather not is noted with a reason; a link that is given after all takes it back', async () => {
  const { id, version } = await planEnded(world.voice);
  const noted = await change(world.voice, PEOPLE.wren, NOTE, { invitationId: id, version, outcome: 'DECLINED', reason: 'NO_REASON_GIVEN' });
  expect(noted).toMatchObject({ invitation: { outcome: 'DECLINED', outcomeReason: 'NO_REASON_GIVEN', outcomeOn: '2018-11-05', version: version + 1 } });
  expect(await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version: version + 1 })).toMatchObject({ invitation: { outcome: null } });
});

test('what was given was offered; and an outcome and a reason are of those there are', async () => {
  const { id, version } = await planEnded(world.voice);
  await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version });
  expect(await change(world.voice, PEOPLE.wren, NOTE, { invitationId: id, version: version + 1, outcome: 'NOT_OFFERED', reason: 'NOT_REACHED' })).toMatchObject({ __typename: 'InvitationGiven', path: ['outcome'] });
  expect(await change(world.voice, PEOPLE.wren, NOTE, { invitationId: id, version: version + 1, outcome: 'ANSWERED', reason: 'OTHER' })).toMatchObject({ __typename: 'InputInvalid', path: ['outcome'] });
  expect(await change(world.voice, PEOPLE.wren, NOTE, { invitationId: id, version: version + 1, outcome: 'DECLINED', reason: 'BORED' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
  expect(await change(world.voice, PEOPLE.wren, NOTE, { invitationId: id, version, outcome: 'DECLINED', reason: 'OTHER' })).toMatchObject({ __typename: 'InvitationVersionStale' });
});

test('another team notes nothing', async () => {
  const { id, version } = await planEnded(world.voice);
  expect(await change(world.voice, PEOPLE.odd, NOTE, { invitationId: id, version, outcome: 'DECLINED', reason: 'OTHER' })).toMatchObject({ __typename: 'NotFound', path: ['invitationId'] });
});
