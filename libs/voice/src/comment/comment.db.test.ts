import { machine } from '@qaf/identity';
import { writeWaitingAnswers } from '../answer/answer.writer';
import { releaseAnswers } from '../answer-release/answer-release.service';
import { publishedQuestionnaires } from '../invitation/invitation.writer';
import { answerOf, ask, change, openWorld, PEOPLE, type World } from '../voice.fixtures';

let world: World;

const WAITING = '{ waitingComments(first: 100) { totalCount edges { node { id questionKey period text questionnaireVersion { number } } } } }';
const RELEASED = 'query ($filter: ReleasedCommentFilter) { releasedComments(filter: $filter) { edges { node { id text period theme { code } } } } }';
const RELEASE = 'mutation ($input: ReleaseCommentInput!) { releaseComment(input: $input) { __typename ... on ReleaseCommentSuccess { releasedComment { text releasedOn theme { code } } } ... on Problem { path } } }';
const WITHHOLD = 'mutation ($input: WithholdCommentInput!) { withholdComment(input: $input) { __typename ... on Problem { path } } }';

interface Node {
  id: string;
  questionKey: string;
  period: string;
  text: string;
}

beforeAll(async () => {
  world = await openWorld();
  const questionnaireVersionId = (await world.voice.unit(PEOPLE.imports, 'test').command((tx) => publishedQuestionnaires(tx))).get('cp-plan-end') ?? '';
  const rows = Array.from({ length: 12 }, (_, number) => ({ questionnaireVersionId, period: '2018-19 Q2', sheet: { language: 'en', variant: 'STANDARD', answers: [{ key: 'what-helped', text: `Words ${number} of Ash` }] } }));
  await world.voice.unit(PEOPLE.imports, 'test').command((tx) => writeWaitingAnswers(tx, rows));
  await releaseAnswers(() => world.voice.unit(machine('machine_report', 'test'), 'test'), new Date('2018-10-05T03:00:00Z'));
});

afterAll(() => world.close());

async function waiting(): Promise<Node[]> {
  const { waitingComments } = await answerOf<{ waitingComments: { edges: { node: Node }[] } }>(world.voice, PEOPLE.moderator, WAITING);
  return waitingComments.edges.map(({ node }) => node);
}

test('the moderator reads what waits, in no order that tells anything; nobody else does', async () => {
  const comments = await waiting();
  expect(comments).toHaveLength(12);
  expect(comments.map(({ id }) => id)).not.toEqual(comments.toSorted((one, other) => Number(one.text.split(' ')[1]) - Number(other.text.split(' ')[1])).map(({ id }) => id));
  expect(comments[0]).toMatchObject({ questionKey: 'what-helped', period: '2018-19 Q2', text: expect.stringMatching(/^Words \d+ of Ash$/) });
  for (const viewer of [PEOPLE.qpa, PEOPLE.psw, PEOPLE.wren, PEOPLE.impact, PEOPLE.member, PEOPLE.events]) {
    expect((await ask(world.voice, viewer, WAITING)).errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
    expect(await world.voice.unit(viewer, 'test').command((tx) => tx.query('select * from waiting_comment'))).toEqual([]);
  }
});

test('a comment is released under a theme, without the name that was in it', async () => {
  const [comment] = await waiting();
  const released = await change(world.voice, PEOPLE.moderator, RELEASE, { commentId: comment?.id, themeCode: 'voice-of-the-child', text: 'Words of a child' });
  expect(released).toMatchObject({ __typename: 'ReleaseCommentSuccess', releasedComment: { text: 'Words of a child', releasedOn: '2018-11-05', theme: { code: 'voice-of-the-child' } } });
  expect((await waiting()).map(({ id }) => id)).not.toContain(comment?.id);
  for (const viewer of [PEOPLE.wren, PEOPLE.impact, PEOPLE.qpa]) {
    const { releasedComments } = await answerOf<{ releasedComments: { edges: { node: Node }[] } }>(world.voice, viewer, RELEASED, { filter: { themeCode: 'voice-of-the-child', questionnaireCode: 'cp-plan-end', period: '2018-19 Q2' } });
    expect(releasedComments.edges.map(({ node }) => node.text)).toEqual(['Words of a child']);
  }
  expect((await ask(world.voice, PEOPLE.member, RELEASED)).errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
  // The words as they were written are nowhere any more.
  const { rows } = await world.admin.query<{ text: string }>(`select to_jsonb(c)::text as text from voice.released_comment c union all select outcome::text from voice.command_log`);
  for (const { text } of rows) expect(text ?? '').not.toContain('Ash');
});

test('a comment that would give somebody away is withheld and gone; its reason stays', async () => {
  const [comment] = await waiting();
  expect(await change(world.voice, PEOPLE.moderator, WITHHOLD, { commentId: comment?.id, reason: 'NO' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
  expect(await change(world.voice, PEOPLE.moderator, WITHHOLD, { commentId: comment?.id, reason: 'IDENTIFIES' })).toMatchObject({ __typename: 'WithholdCommentSuccess' });
  expect((await world.admin.query('select reason from voice.withheld_comment')).rows).toEqual([{ reason: 'IDENTIFIES' }]);
  expect(await change(world.voice, PEOPLE.moderator, WITHHOLD, { commentId: comment?.id, reason: 'IDENTIFIES' })).toMatchObject({ __typename: 'NotFound', path: ['commentId'] });
});

test('of a release and a withholding at once, one is done', async () => {
  const [comment] = await waiting();
  const both = await Promise.all([
    change(world.voice, PEOPLE.moderator, RELEASE, { commentId: comment?.id, themeCode: 'voice-of-the-child' }),
    change(world.voice, PEOPLE.moderator, WITHHOLD, { commentId: comment?.id, reason: 'EMPTY' }),
  ]);
  expect(both.map((one) => one['__typename'] === 'NotFound').toSorted()).toEqual([false, true]);
});
