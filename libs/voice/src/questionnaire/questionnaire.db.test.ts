import { globalId } from '@qaf/graph';
import { seedVoice } from '../seed/seed-voice';
import { answerOf, ask, change, newKey, openWorld, PEOPLE, planEnded, type World } from '../voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const PUBLISH = `mutation ($input: PublishQuestionnaireVersionInput!) { publishQuestionnaireVersion(input: $input) { __typename
  ... on PublishQuestionnaireVersionSuccess { questionnaireVersion { number state publishedOn version } } ... on QuestionnaireVersionStale { currentVersion } ... on Problem { message path } } }`;
const RETIRE = `mutation ($input: RetireQuestionnaireVersionInput!) { retireQuestionnaireVersion(input: $input) { __typename
  ... on RetireQuestionnaireVersionSuccess { questionnaireVersion { state retiredOn } } ... on Problem { path } } }`;
const VERSIONS = '{ questionnaire(code: "cp-plan-end") { current { number } versions { id number state version } } }';

interface Versions {
  questionnaire: { current: { number: number } | null; versions: { id: string; number: number; state: string; version: number }[] };
}

async function versions(viewer = PEOPLE.qpa): Promise<Versions['questionnaire']> {
  return (await answerOf<Versions>(world.voice, viewer, VERSIONS)).questionnaire;
}

/** A further version as QPA writes it: one question, in standard English. */
async function draft(number: number, wording = 'How did we listen?'): Promise<string> {
  return world.voice.unit(PEOPLE.qpa, 'test').command(async (tx) => {
    const [version] = await tx.query<{ id: string }>(`insert into questionnaire_version (questionnaire_id, number) select id, $1 from questionnaire where code = 'cp-plan-end' returning id`, [number]);
    await tx.query(`insert into questionnaire_wording (version_id, language, variant, title, introduction, help) values ($1, 'en', 'STANDARD', 'T', 'I', 'H')`, [version?.id]);
    const [question] = await tx.query<{ id: string }>(`insert into questionnaire_question (version_id, position, key, kind) values ($1, 1, 'how', 'TEXT') returning id`, [version?.id]);
    await tx.query(`insert into question_wording (question_id, language, variant, text) values ($1, 'en', 'STANDARD', $2)`, [question?.id, wording]);
    return globalId('QuestionnaireVersion', version?.id ?? '');
  });
}

test('staff read the questionnaires, with every wording and the priority that each question serves', async () => {
  const answer = await answerOf(
    world.voice,
    PEOPLE.wren,
    '{ questionnaires(audience: "CHILD") { code current { number wordings { language variant } questions { key kind options priority { code } wordings { language variant text options { value } } } } } }',
  );
  expect(answer['questionnaires']).toMatchObject([{
    code: 'cp-plan-end',
    current: {
      number: 1,
      wordings: [{ language: 'en', variant: 'EASY_READ' }, { language: 'en', variant: 'STANDARD' }, { language: 'en', variant: 'YOUNG_CHILD' }, { language: 'pl' }, { language: 'pl' }, { language: 'pl' }],
    },
  }]);
  expect(JSON.stringify(answer)).toContain('{"key":"seen-alone","kind":"YES_NO","options":["NO","NOT_SURE","YES"],"priority":{"code":"visits"}');
});

test('a practice priority has the questions that serve it', async () => {
  const answer = await answerOf(
    world.voice,
    PEOPLE.wren,
    'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on PracticePriority { code questions { key questionnaireVersion { questionnaire { code } } } } } }',
    { refs: [{ __typename: 'PracticePriority', code: 'assessments' }, { __typename: 'PracticePriority', code: 'unheard-of' }] },
  );
  const of = (code: string, key: string) => ({ key, questionnaireVersion: { questionnaire: { code } } });
  expect(answer['_entities']).toEqual([
    { code: 'assessments', questions: [of('cp-plan-end', 'got-to-know-me'), of('cp-plan-end-parents', 'understood-worries'), of('cp-plan-end-parents', 'fair-picture')] },
    { code: 'unheard-of', questions: [] },
  ]);
});

test('a draft is seen by those who publish, and by no one else', async () => {
  await draft(2);
  expect((await versions()).versions.map((one) => one.number)).toEqual([2, 1]);
  expect((await versions(PEOPLE.psw)).versions.map((one) => one.number)).toEqual([2, 1]);
  expect((await versions(PEOPLE.wren)).versions.map((one) => one.number)).toEqual([1]);
  expect((await versions(PEOPLE.headOfService)).versions.map((one) => one.number)).toEqual([1]);
});

test('published, a draft takes the place of the version before it, and stays as it is', async () => {
  const [second] = (await versions()).versions;
  const published = await change(world.voice, PEOPLE.qpa, PUBLISH, { questionnaireVersionId: second?.id, version: 1 });
  expect(published).toEqual({ __typename: 'PublishQuestionnaireVersionSuccess', questionnaireVersion: { number: 2, state: 'PUBLISHED', publishedOn: '2018-11-05', version: 2 } });
  expect(await versions()).toMatchObject({ current: { number: 2 }, versions: [{ number: 2, state: 'PUBLISHED' }, { number: 1, state: 'RETIRED' }] });
});

test('every step from every state but the two of the table is refused and changes nothing', async () => {
  await draft(3);
  const [third, second, first] = (await versions()).versions;
  const input = (one: typeof first) => ({ questionnaireVersionId: one?.id, version: one?.version });
  const before = await versions();
  expect(await change(world.voice, PEOPLE.qpa, PUBLISH, input(second))).toMatchObject({ __typename: 'QuestionnaireVersionNotDraft' });
  expect(await change(world.voice, PEOPLE.qpa, PUBLISH, input(first))).toMatchObject({ __typename: 'QuestionnaireVersionNotDraft' });
  expect(await change(world.voice, PEOPLE.qpa, RETIRE, input(third))).toMatchObject({ __typename: 'QuestionnaireVersionNotPublished' });
  expect(await change(world.voice, PEOPLE.qpa, RETIRE, input(first))).toMatchObject({ __typename: 'QuestionnaireVersionNotPublished' });
  expect(await versions()).toEqual(before);
});

test('stale, unknown, overlarge and out of turn: each refused by name', async () => {
  const [third] = (await versions()).versions;
  expect(await change(world.voice, PEOPLE.qpa, PUBLISH, { questionnaireVersionId: third?.id, version: 7 })).toMatchObject({ __typename: 'QuestionnaireVersionStale', currentVersion: 1 });
  expect(await change(world.voice, PEOPLE.qpa, PUBLISH, { questionnaireVersionId: globalId('Child', PEOPLE.qpa.personId), version: 1 })).toMatchObject({ __typename: 'NotFound' });
  for (const version of [2 ** 31, 1.5, 'one']) {
    const answer = await ask(world.voice, PEOPLE.qpa, PUBLISH, { input: { idempotencyKey: newKey(), questionnaireVersionId: third?.id, version } });
    expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  }
  const answer = await ask(world.voice, PEOPLE.northManager, PUBLISH, { input: { idempotencyKey: newKey(), questionnaireVersionId: third?.id, version: 1 } });
  expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
});

test('a draft that cannot be answered is not published', async () => {
  const id = await draft(4);
  await world.admin.query(`delete from voice.question_wording where question_id in (select id from voice.questionnaire_question where version_id in (select id from voice.questionnaire_version where number = 4))`);
  expect(await change(world.voice, PEOPLE.qpa, PUBLISH, { questionnaireVersionId: id, version: 1 })).toMatchObject({ __typename: 'QuestionnaireVersionIncomplete', message: 'Question how: it has no standard English wording.' });
});

test.each([
  ['a question', `update questionnaire_question set mandatory = false where version_id in (select id from questionnaire_version where number = 1)`],
  ['a wording', `update question_wording set text = 'Other' where language = 'en' and question_id in (select q.id from questionnaire_question q join questionnaire_version v on v.id = q.version_id where v.number = 1)`],
  ['the introduction', `update questionnaire_wording set help = '' where version_id in (select id from questionnaire_version where number = 1)`],
  ['its number', `update questionnaire_version set number = 9 where state = 'PUBLISHED'`],
  ['its state, back', `update questionnaire_version set state = 'DRAFT', published_on = null, retired_on = null where state <> 'DRAFT'`],
  ['the day it was published, on retiring', `update questionnaire_version set state = 'RETIRED', retired_on = '2018-12-01', published_on = '2018-01-01' where state = 'PUBLISHED'`],
  ['its questions, by one more', `insert into questionnaire_question (version_id, position, key, kind) select id, 99, 'late', 'TEXT' from questionnaire_version where number = 1`],
  ['a state skipped', `insert into questionnaire_version (questionnaire_id, number, state, published_on) select id, 77, 'PUBLISHED', '2018-01-01' from questionnaire where code = 'cp-plan-end'`],
])('what is published does not change, not even by SQL as QPA: %s', async (_name, sql) => {
  await expect(world.voice.unit(PEOPLE.qpa, 'test').command((tx) => tx.query(sql))).rejects.toMatchObject({ code: '23514', constraint: 'questionnaire_frozen' });
});

test('a question of a draft cannot be moved into a published version', async () => {
  const sql = `update questionnaire_question set version_id = (select id from questionnaire_version where number = 2), position = 50
    where version_id = (select id from questionnaire_version where number = 3)`;
  await expect(world.voice.unit(PEOPLE.qpa, 'test').command((tx) => tx.query(sql))).rejects.toMatchObject({ constraint: 'questionnaire_frozen' });
});

test('nobody writes questionnaires but those who publish', async () => {
  for (const viewer of [PEOPLE.wren, PEOPLE.headOfService, PEOPLE.events, PEOPLE.member]) {
    await expect(
      world.voice.unit(viewer, 'test').command((tx) => tx.query(`insert into questionnaire (code, title, audience) values ('mine', 'Mine', 'CHILD')`)),
    ).rejects.toMatchObject({ code: '42501' });
  }
});

test('a retired questionnaire invites no one, and that is no fault', async () => {
  const [current] = (await versions()).versions.filter((one) => one.state === 'PUBLISHED');
  expect(await change(world.voice, PEOPLE.psw, RETIRE, { questionnaireVersionId: current?.id, version: current?.version })).toMatchObject({ questionnaireVersion: { state: 'RETIRED', retiredOn: '2018-11-05' } });
  expect((await planEnded(world.voice)).version).toBe(0);
  expect((await planEnded(world.voice, undefined, 'PARENT')).version).toBe(1);
});

test('the seed is sown twice and grows once', async () => {
  const count = async () => (await world.admin.query('select count(*) from voice.question_wording')).rows;
  const before = await count();
  await world.voice.unit(PEOPLE.imports, 'seed').command((tx) => seedVoice(tx));
  expect(await count()).toEqual(before);
});
