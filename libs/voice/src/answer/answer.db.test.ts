import { setImmediate } from 'node:timers/promises';
import { answerOf, ask, change, openWorld, PEOPLE, planEnded, type World } from '../voice.fixtures';
import { type SealedSheet, unsealed } from './sealing';
import { newToken, spentHash } from './token';

let world: World;
let token: string;

const GIVE = 'mutation ($input: GiveInvitationLinkInput!) { giveInvitationLink(input: $input) { ... on GiveInvitationLinkSuccess { token } } }';
const OPEN = `query ($token: Text!, $language: Text!, $variant: Text!) { questionnaireByToken(token: $token, language: $language, variant: $variant) {
  title help answered available { language variant } questions { key kind text mandatory options { value label } } } }`;
const SEND = `mutation ($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { __typename
  ... on AnswerQuestionnaireSuccess { received help } ... on Problem { code message path } } }`;
const ANSWERS = [{ key: 'listened-to', value: '5' }, { key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'Being asked' }];

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  const { id, version } = await planEnded(world.voice);
  token = String((await change(world.voice, PEOPLE.wren, GIVE, { invitationId: id, version }))['token']);
});

async function send(input: object): Promise<Record<string, unknown> | null | undefined> {
  return (await answerOf(world.voice, PEOPLE.nobody, SEND, { input: { token, answers: ANSWERS, ...input } }))['answerQuestionnaire'];
}

interface Opened {
  questionnaireByToken: { title: string; answered: boolean; available: object[]; questions: { key: string; kind: string; text: string; options: object[] }[] } | null;
}

async function open(language = 'en', variant = 'STANDARD', by = token): Promise<Opened['questionnaireByToken']> {
  return (await answerOf<Opened>(world.voice, PEOPLE.nobody, OPEN, { token: by, language, variant })).questionnaireByToken;
}

async function counts(): Promise<{ spent: number; waiting: number }> {
  const { rows } = await world.admin.query('select (select count(*)::int from voice.spent_token) as spent, (select count(*)::int from voice.waiting_answer) as waiting');
  return rows[0];
}

test('a child opens the questionnaire with the token alone, in the words that suit', async () => {
  const standard = await open();
  expect(standard).toMatchObject({ title: 'Your plan has ended: how was it?', answered: false });
  expect(standard?.available).toHaveLength(6);
  expect(standard?.questions).toHaveLength(13);
  const young = await open('pl', 'YOUNG_CHILD');
  expect(young?.questions.map((question) => question.key)).toEqual(['visited-enough', 'seen-alone', 'listened-to', 'better-now', 'feel-safe', 'what-helped']);
  expect(young?.questions[2]).toMatchObject({ kind: 'FACES', text: 'Czy pracownik Cię słuchał?', options: [{ value: '1', label: 'Smutna buzia: nie' }, { value: '3' }, { value: '5' }] });
});

test('without a valid token nothing opens, nor in a language that is not offered, nor a version that is not there', async () => {
  expect(await open('en', 'STANDARD', newToken('4b0c7c1e-6c0a-4c55-8a57-0c6f3b1d2e3f'))).toBeNull();
  expect(await open('en', 'STANDARD', 'A'.repeat(75))).toBeNull();
  expect(await open('cy')).toBeNull();
});

test('two tokens opened in one request each open their own', async () => {
  const parents = await planEnded(world.voice, undefined, 'PARENT');
  const other = String((await change(world.voice, PEOPLE.wren, GIVE, { invitationId: parents.id, version: parents.version }))['token']);
  const both = await answerOf<Record<string, { title: string; questions: object[] }>>(
    world.voice,
    PEOPLE.nobody,
    `query ($a: Text!, $b: Text!) { a: questionnaireByToken(token: $a) { title questions { key } } b: questionnaireByToken(token: $b) { title questions { key } } }`,
    { a: token, b: other },
  );
  expect([both['a']?.title, both['a']?.questions.length, both['b']?.title, both['b']?.questions.length]).toEqual([
    'Your plan has ended: how was it?', 13, 'The plan has ended: how was it for your family?', 13,
  ]);
});

test('answers count once: the second time, and at the same moment, nothing is added', async () => {
  const before = await counts();
  const results = await Promise.all([send({}), send({}), send({})]);
  expect(results.map((result) => result?.['__typename']).sort()).toEqual(['AnswerQuestionnaireSuccess', 'QuestionnaireTokenSpent', 'QuestionnaireTokenSpent']);
  expect(await send({})).toMatchObject({ __typename: 'QuestionnaireTokenSpent', path: ['token'] });
  expect(await counts()).toEqual({ spent: before.spent + 1, waiting: before.waiting + 1 });
  expect((await open())?.answered).toBe(true);
});

test('of two who spend a token at the very same moment, one is told that it is spent', async () => {
  await world.admin.query('begin');
  await world.admin.query('insert into voice.spent_token (hash) values ($1)', [spentHash(token)]);
  const second = send({});
  while ((await world.admin.query(`select 1 from pg_locks where not granted and locktype = 'transactionid'`)).rowCount === 0) await setImmediate();
  await world.admin.query('commit');
  expect(await second).toMatchObject({ __typename: 'QuestionnaireTokenSpent' });
});

test('a child who does not feel safe is told at once who can help', async () => {
  const result = await send({ answers: [{ key: 'listened-to', value: '1' }, { key: 'feel-safe', value: 'NO' }] });
  expect(result).toMatchObject({ received: true, help: expect.stringContaining('0800 1111') });
});

test('a refused answer spends nothing: the child can send again', async () => {
  const before = await counts();
  expect(await send({ answers: [{ key: 'feel-safe', value: 'YES' }] })).toMatchObject({ __typename: 'QuestionnaireAnswerMissing', message: 'The question listened-to needs an answer.' });
  expect(await send({ answers: [...ANSWERS, { key: 'better-now', value: 'MUCH' }] })).toMatchObject({ __typename: 'InputInvalid', path: ['answers', '3', 'value'] });
  expect(await send({ variant: 'YOUNG_CHILD', answers: [...ANSWERS, { key: 'knew-why', value: '5' }] })).toMatchObject({ __typename: 'InputInvalid', path: ['answers', '3', 'key'] });
  expect(await send({ variant: 'LOUD' })).toMatchObject({ __typename: 'InputInvalid', path: ['language'] });
  expect(await send({ token: 'A'.repeat(75) })).toMatchObject({ __typename: 'QuestionnaireTokenInvalid', path: ['token'] });
  expect(await counts()).toEqual(before);
  expect(await send({})).toMatchObject({ __typename: 'AnswerQuestionnaireSuccess', help: null });
});

test.each([
  ['NUL', '\u0000'],
  ['half a character', '\ud800'],
  ['a megabyte', 'a'.repeat(1_000_000)],
])('%s in an answer is refused without a word of it, and nothing is written', async (_name, text) => {
  const before = await counts();
  const answer = await ask(world.voice, PEOPLE.nobody, SEND, { input: { token, answers: [...ANSWERS.slice(0, 2), { key: 'what-helped', text }] } });
  expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  expect(JSON.stringify(answer).length).toBeLessThan(500);
  expect(await counts()).toEqual(before);
});

test('what waits in the database is sealed, in a period and without a time, and nobody may read it', async () => {
  await send({ answers: [{ key: 'listened-to', value: '5' }, { key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'Wren’s patience' }] });
  const { rows } = await world.admin.query<{ answers: SealedSheet; version: string; period: string }>('select questionnaire_version_id as version, answers, period from voice.waiting_answer');
  expect(JSON.stringify(rows)).not.toMatch(/patience|listened/);
  const opened = rows.map((row) => unsealed(row.answers, row.version, row.period));
  expect(opened).toContainEqual({
    language: 'en', variant: 'STANDARD', mode: 'LINK', ageBand: null, offeredLanguage: null,
    answers: [{ key: 'listened-to', value: '5' }, { key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: 'Wren’s patience' }],
  });
  expect(new Set(rows.map((row) => row.period))).toEqual(new Set(['2018-19 Q3']));
  for (const viewer of [PEOPLE.qpa, PEOPLE.psw, PEOPLE.imports, PEOPLE.events, PEOPLE.wren]) {
    expect(await world.voice.unit(viewer, 'test').command((tx) => tx.query('select * from waiting_answer'))).toEqual([]);
    await world.voice.unit(viewer, 'test').command((tx) => tx.query('delete from waiting_answer'));
  }
  expect((await counts()).waiting).toBe(rows.length);
});

test('answering leaves nothing on the invitation, in the log of commands or on the access record', async () => {
  const state = async () =>
    (await world.admin.query(`select (select jsonb_agg(i order by i.id) from voice.invitation i) as invitations, (select count(*) from voice.invitation_history) as history,
      (select count(*) from voice.command_log) as commands, (select count(*) from voice.access_record) as accesses, (select count(*) from voice_queue.outgoing) as events`)).rows;
  const before = await state();
  expect(await send({})).toMatchObject({ received: true });
  expect(await state()).toEqual(before);
});

test('no table of answers has a column that tells a time, a person or an invitation', async () => {
  const { rows } = await world.admin.query(`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'voice' and table_name in ('waiting_answer', 'spent_token') order by 1`);
  expect(rows.map((row) => row.name)).toEqual(['spent_token.hash', 'waiting_answer.answers', 'waiting_answer.id', 'waiting_answer.period', 'waiting_answer.questionnaire_version_id']);
});

test('a link to a version that was retired since still works', async () => {
  await world.admin.query(`update voice.questionnaire_version set state = 'RETIRED', retired_on = '2018-11-04' where state = 'PUBLISHED'`);
  expect(await open()).not.toBeNull();
  expect(await send({})).toMatchObject({ received: true });
});
