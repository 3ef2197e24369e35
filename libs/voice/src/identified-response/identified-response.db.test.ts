import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { answerOf, ASH, ask, change, ELM, newKey, openWorld, PEOPLE, planEnded, refOf, type World } from '../voice.fixtures';

let world: World;
let questionnaireVersionId: string;

beforeAll(async () => {
  world = await openWorld();
  const answer = await answerOf<{ questionnaire: { current: { id: string } } }>(world.voice, PEOPLE.wren, '{ questionnaire(code: "cp-plan-end") { current { id } } }');
  questionnaireVersionId = answer.questionnaire.current.id;
});

afterAll(() => world.close());

const RECORD = `mutation ($input: RecordIdentifiedResponseInput!) { recordIdentifiedResponse(input: $input) { __typename
  ... on RecordIdentifiedResponseSuccess { identifiedResponse { id version consentGivenOn consentWithdrawnOn answers { key value text } recordedBy { id } child { ref } } } ... on Problem { path } } }`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
  ... on WithdrawConsentSuccess { identifiedResponse { consentWithdrawnOn answers { key } version } } ... on IdentifiedResponseVersionStale { currentVersion } ... on Problem { path } } }`;
const SECRET = 'My sister was the one who listened';

function response(overrides: object = {}): Record<string, unknown> {
  return {
    childId: globalId('Child', ASH), questionnaireVersionId, mode: 'INTERVIEW', consentGivenOn: '2018-11-02',
    answers: [{ key: 'listened-to', value: '4' }, { key: 'feel-safe', value: 'YES' }, { key: 'what-helped', text: SECRET }],
    ...overrides,
  };
}

async function recorded(viewer: Viewer, overrides: object = {}): Promise<string> {
  const result = (await change(world.voice, viewer, RECORD, response(overrides))) as { identifiedResponse: { id: string } };
  return result.identifiedResponse.id;
}

async function seenBy(viewer: Viewer, id: string): Promise<unknown> {
  const answer = await answerOf<{ _entities: unknown[] }>(world.voice, viewer, 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on IdentifiedResponse { answers { key } } } }', { refs: [{ __typename: 'IdentifiedResponse', id }] });
  return answer._entities[0];
}

async function countOf(table: string): Promise<number> {
  return (await world.admin.query(`select count(*)::int as n from voice.${table}`)).rows[0].n;
}

test('a worker keys an interview with a child who agrees to be known; the invitation is then given', async () => {
  const { id: invitationId } = await planEnded(world.voice);
  const result = await change(world.voice, PEOPLE.wren, RECORD, response({ invitationId }));
  expect(result).toMatchObject({
    __typename: 'RecordIdentifiedResponseSuccess',
    identifiedResponse: {
      version: 1, consentGivenOn: '2018-11-02', consentWithdrawnOn: null, recordedBy: { id: globalId('Worker', PEOPLE.wren.personId) }, child: { ref: globalId('Child', ASH) },
      answers: [{ key: 'listened-to', value: '4', text: null }, { key: 'feel-safe', value: 'YES', text: null }, { key: 'what-helped', value: null, text: SECRET }],
    },
  });
  expect(await answerOf(world.voice, PEOPLE.wren, 'query ($id: ID!) { invitation(id: $id) { mode givenOn version } }', { id: invitationId })).toEqual({ invitation: { mode: 'INTERVIEW', givenOn: '2018-11-05', version: 2 } });
  expect(await change(world.voice, PEOPLE.iris, RECORD, response({ invitationId }))).toEqual({ __typename: 'InvitationAnswered', path: ['invitationId'] });
  expect(await change(world.voice, PEOPLE.qpa, RECORD, response({ invitationId, sharedWithQuality: true }))).toEqual({ __typename: 'InvitationAnswered', path: ['invitationId'] });
});

test.each([
  [{}, ['wren', 'iris']],
  [{ sharedWithManagers: true }, ['wren', 'iris', 'northManager', 'northSenior', 'headOfService', 'principalIro']],
  [{ sharedWithQuality: true }, ['wren', 'iris', 'psw', 'qpa']],
])('with consent %j it is seen by %j and by nobody else', async (consent, expected) => {
  const id = await recorded(PEOPLE.wren, consent);
  const seen: string[] = [];
  for (const [name, viewer] of Object.entries(PEOPLE)) if ((await seenBy(viewer, id)) !== null) seen.push(name);
  expect(seen.filter((name) => name !== 'events')).toEqual(expected);
});

test('the machine that keeps copies sees that there is a response, and not a word of it', async () => {
  const id = await recorded(PEOPLE.wren);
  expect(await seenBy(PEOPLE.events, id)).toEqual({ answers: null });
});

test('who would not be let read it does not key it', async () => {
  expect(await change(world.voice, PEOPLE.northManager, RECORD, response())).toEqual({ __typename: 'IdentifiedResponseNotShared', path: ['sharedWithManagers'] });
  expect(await change(world.voice, PEOPLE.qpa, RECORD, response({ sharedWithManagers: true }))).toMatchObject({ __typename: 'IdentifiedResponseNotShared' });
  expect(await change(world.voice, PEOPLE.northManager, RECORD, response({ sharedWithManagers: true }))).toMatchObject({ __typename: 'RecordIdentifiedResponseSuccess' });
});

test('consent withdrawn: the answers are gone for good, from every table, and the fact stays', async () => {
  await world.admin.query('delete from voice.identified_answer');
  const id = await recorded(PEOPLE.wren);
  const key = newKey();
  const input = { idempotencyKey: key, identifiedResponseId: id, version: 1 };
  const withdrawn = await change(world.voice, PEOPLE.iris, WITHDRAW, input);
  expect(withdrawn).toEqual({ __typename: 'WithdrawConsentSuccess', identifiedResponse: { consentWithdrawnOn: '2018-11-05', answers: null, version: 2 } });
  expect(await change(world.voice, PEOPLE.iris, WITHDRAW, input)).toEqual(withdrawn);
  expect(await change(world.voice, PEOPLE.wren, WITHDRAW, { identifiedResponseId: id, version: 2 })).toEqual({ __typename: 'ConsentWithdrawn', path: ['identifiedResponseId'] });
  const { rows: tables } = await world.admin.query(`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('voice', 'voice_queue') and table_type = 'BASE TABLE'`);
  for (const { name } of tables) {
    const { rows } = await world.admin.query(`select count(*)::int as n from ${name} t where t::text like '%who listened%'`);
    expect([name, rows[0].n]).toEqual([name, 0]);
  }
  const { rows } = await world.admin.query(`select operation, entity_type, action from voice.access_record where action = 'withdrawConsent' and operation = 'CHANGE'`);
  expect(rows).toEqual([{ operation: 'CHANGE', entity_type: 'IdentifiedResponse', action: 'withdrawConsent' }]);
});

test('after consent is withdrawn the invitation can be answered anew', async () => {
  const { id: invitationId } = await planEnded(world.voice);
  const id = await recorded(PEOPLE.wren, { invitationId });
  await change(world.voice, PEOPLE.wren, WITHDRAW, { identifiedResponseId: id, version: 1 });
  expect(await change(world.voice, PEOPLE.wren, RECORD, response({ invitationId }))).toMatchObject({ __typename: 'RecordIdentifiedResponseSuccess' });
});

test('a stale version and an unknown id withdraw nothing', async () => {
  const id = await recorded(PEOPLE.wren);
  const before = await countOf('identified_answer');
  expect(await change(world.voice, PEOPLE.wren, WITHDRAW, { identifiedResponseId: id, version: 3 })).toEqual({ __typename: 'IdentifiedResponseVersionStale', currentVersion: 1, path: ['version'] });
  expect(await change(world.voice, PEOPLE.wren, WITHDRAW, { identifiedResponseId: globalId('IdentifiedResponse', ASH), version: 1 })).toEqual({ __typename: 'NotFound', path: ['identifiedResponseId'] });
  expect(await change(world.voice, PEOPLE.odd, WITHDRAW, { identifiedResponseId: id, version: 1 })).toEqual({ __typename: 'NotFound', path: ['identifiedResponseId'] });
  expect(await countOf('identified_answer')).toBe(before);
});

test('another team finds no response under the child', async () => {
  await recorded(PEOPLE.wren, { sharedWithManagers: true });
  const query = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Child { identifiedResponses { totalCount edges { node { id } } } } } }';
  expect(await answerOf(world.voice, PEOPLE.southManager, query, { refs: [refOf(ASH)] })).toEqual({ _entities: [{ identifiedResponses: { totalCount: 0, edges: [] } }] });
});

test.each([
  ['consent in the future', { consentGivenOn: '2018-11-06' }, 'InputInvalid', ['consentGivenOn']],
  ['a link', { mode: 'LINK' }, 'InputInvalid', ['mode']],
  ['a language not offered', { language: 'cy' }, 'InputInvalid', ['language']],
  ['an answer that is no option', { answers: [{ key: 'listened-to', value: '9' }] }, 'InputInvalid', ['answers', '0', 'value']],
  ['a mandatory answer missing', { answers: [{ key: 'listened-to', value: '4' }] }, 'QuestionnaireAnswerMissing', ['answers']],
  ['a child of another team', { childId: globalId('Child', ELM) }, 'NotFound', ['childId']],
  ['an unknown invitation', { invitationId: globalId('Invitation', ASH) }, 'NotFound', ['invitationId']],
  ['an unknown version', { questionnaireVersionId: globalId('QuestionnaireVersion', ASH) }, 'NotFound', ['questionnaireVersionId']],
])('%s is refused and nothing is written', async (_name, wrong, problem, path) => {
  const before = [await countOf('identified_response'), await countOf('identified_answer')];
  expect(await change(world.voice, PEOPLE.wren, RECORD, response(wrong))).toEqual({ __typename: problem, path });
  expect([await countOf('identified_response'), await countOf('identified_answer')]).toEqual(before);
});

test('an invitation of the parents is not answered by a questionnaire for children', async () => {
  const { id: invitationId } = await planEnded(world.voice, ASH, 'PARENT');
  expect(await change(world.voice, PEOPLE.wren, RECORD, response({ invitationId }))).toEqual({ __typename: 'InputInvalid', path: ['invitationId'] });
});

test('malformed answers are refused as bad input', async () => {
  for (const answers of [[], [{ key: 'what-helped', text: '\u0000' }], Array.from({ length: 101 }, () => ({ key: 'a', value: 'b' }))]) {
    const answer = await ask(world.voice, PEOPLE.wren, RECORD, { input: { idempotencyKey: newKey(), ...response({ answers }) } });
    expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  }
});
