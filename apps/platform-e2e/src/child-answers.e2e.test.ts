import { machine } from '@qaf/identity';
import { publish } from '@qaf/record';
import { TEAMS } from './authority';
import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { behind } from './kept-rows';
import { eventually, Stage } from './stage';

const OPEN = 'query Q($token: Text!, $variant: Text!) { questionnaireByToken(token: $token, variant: $variant) { title answered questions { key kind text mandatory options { value label } } } }';
const ANSWER = 'mutation M($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { __typename ... on AnswerQuestionnaireSuccess { received } ... on Problem { code message path } } }';
const INVITATIONS = '{ invitations { totalCount edges { node { id version audience reason mode givenOn linksGiven child { caseReference } worker { displayName } questionnaireVersion { id number questionnaire { code } } } } } }';

interface Question {
  key: string;
  kind: string;
  text: string;
  mandatory: boolean;
  options: { value: string; label: string }[];
}

describe('A child whose plan has ended', () => {
  let stage: Stage;
  let child: StageChild;
  let invitation: { id: string; version: number };
  let token: string;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
  }, 120_000);

  afterAll(() => stage?.close());

  const read = async (person: 'northWorker' | 'southWorker' | 'northManager' = 'northWorker') =>
    (await stage.ask(person, INVITATIONS)).data.invitations as { totalCount: number; edges: { node: { id: string; version: number; audience: string } & Record<string, unknown> }[] };
  const open = async (by: string, variant = 'YOUNG_CHILD') => (await stage.ask(null, OPEN, { token: by, variant })).data?.questionnaireByToken as { title: string; answered: boolean; questions: Question[] } | null;
  const answer = (by: string, answers: object[]) => stage.ask(null, ANSWER, { input: { token: by, variant: 'YOUNG_CHILD', answers } });

  it('is invited, and so are the parents, as soon as casework says so', async () => {
    await stage.graph.subgraphs.casework.unit(machine('machine_import', 'stage'), 'stage').command((tx) =>
      publish(tx, 'casework', {
        type: 'casework.cp-plan.ended.v1',
        subject: `child:${child.uuid}`,
        data: { episodeId: child.episodeId, childId: child.uuid, endedOn: '2026-11-02', workerId: stage.people.northWorker.id, teamId: TEAMS.north },
      }),
    );
    const found = await eventually(() => read(), (list) => list.totalCount === 2);
    expect(found.edges.map(({ node }) => node.audience).sort()).toEqual(['CHILD', 'PARENT']);
    const node = found.edges.map((edge) => edge.node).find((one) => one.audience === 'CHILD');
    expect(node).toMatchObject({ mode: null, givenOn: null, linksGiven: 0, child: { caseReference: child.reference }, worker: { displayName: 'Noor Applegarth' }, questionnaireVersion: { number: 1, questionnaire: { code: 'cp-plan-end' } } });
    invitation = node as { id: string; version: number };
  }, 60_000);

  it('has an invitation that another team does not see and cannot give', async () => {
    expect((await read('northManager')).totalCount).toBe(2);
    expect(await read('southWorker')).toEqual({ totalCount: 0, edges: [] });
    const hidden = await stage.ask('southWorker', 'query Q($id: ID!) { invitation(id: $id) { id } }', { id: invitation.id });
    expect(hidden.data).toEqual({ invitation: null });
    const given = await send(stage, 'southWorker', 'giveInvitationLink', { invitationId: invitation.id, version: invitation.version });
    expect(given).toMatchObject({ __typename: 'NotFound', path: ['invitationId'] });
    for (const person of ['hr', 'administrator', 'member'] as const) expect(codes(await tell(stage, person, 'giveInvitationLink', { invitationId: invitation.id, version: invitation.version }))).toEqual(['FORBIDDEN']);
  });

  it('gets a link from the worker, and opens it without a login in words for a young child', async () => {
    const given = await send(stage, 'northWorker', 'giveInvitationLink', { invitationId: invitation.id, version: invitation.version }, 'token invitation { mode linksGiven }');
    expect(given).toMatchObject({ __typename: 'GiveInvitationLinkSuccess', invitation: { mode: 'LINK', linksGiven: 1 } });
    token = given['token'];
    const opened = await open(token);
    expect(opened?.answered).toBe(false);
    const listened = opened?.questions.find((question) => question.key === 'listened-to');
    expect(listened).toMatchObject({ kind: 'FACES', text: 'Did your worker listen to you?', mandatory: true });
    for (const option of listened?.options ?? []) expect(option.label).toContain('face');
    expect((await open(token, 'STANDARD'))?.questions.find((question) => question.key === 'listened-to')?.text).toBe('My worker listened to what I thought and wanted.');
  });

  it('cannot open or answer with a link that was altered', async () => {
    const altered = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`, token.slice(0, -2), `${token}A`, token.toLowerCase()];
    for (const wrong of altered) {
      expect(await open(wrong)).toBeNull();
      expect((await answer(wrong, [])).data.answerQuestionnaire).toMatchObject({ __typename: 'QuestionnaireTokenInvalid', path: ['token'] });
    }
  });

  it('answers once; the link is spent, and the invitation does not learn of it', async () => {
    const before = await read();
    const questions = (await open(token))?.questions ?? [];
    const missing = await answer(token, []);
    expect(missing.data.answerQuestionnaire.__typename).toBe('QuestionnaireAnswerMissing');
    const answers = questions.filter((question) => question.mandatory).map(({ key, options }) => ({ key, value: options.at(-1)?.value }));
    const two = await Promise.all([answer(token, answers), answer(token, answers)]);
    expect(two.map((one) => one.data.answerQuestionnaire.__typename).sort()).toEqual(['AnswerQuestionnaireSuccess', 'QuestionnaireTokenSpent']);
    expect((await answer(token, answers)).data.answerQuestionnaire).toMatchObject({ __typename: 'QuestionnaireTokenSpent', path: ['token'] });
    expect((await open(token))?.answered).toBe(true);
    expect(await read()).toEqual(before);
    expect(await behind(stage, 'select count(*)::int as n from voice.waiting_answer')).toEqual([{ n: 1 }]);
  });

  it('has said what nobody can read through the graph', async () => {
    const { data } = await stage.ask('quality', '{ __schema { types { name fields { name } } } }');
    const types = data.__schema.types as { name: string; fields: { name: string }[] | null }[];
    const paths = types.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`)).filter((path) => /\.\w*(answer|response)/i.test(path) && !/^Audit|RagForm/.test(path));
    // Beside those of audits and of RAG forms: answers given with a name and consent, the acts of answering, how many came out, and how many answered as it is published: nothing else.
    expect(paths.sort()).toEqual([
      'AnswerBatch.answers', 'Child.identifiedResponses', 'IdentifiedResponse.answers', 'Mutation.answerQuestionnaire', 'Mutation.recordIdentifiedResponse', 'Mutation.saveAuditAnswers',
      'OpenQuestionnaire.answered', 'Query.responseRates', 'QuestionnaireVersion.answerBatches', 'RecordIdentifiedResponseSuccess.identifiedResponse', 'ResponseRateLine.answered', 'WithdrawConsentSuccess.identifiedResponse',
    ]);
    for (const person of ['northWorker', 'quality', 'principalSocialWorker'] as const) {
      const asked = await stage.ask(person, 'query Q($id: ID!) { child(id: $id) { identifiedResponses { totalCount } } }', { id: child.id });
      expect(asked.data.child).toEqual({ identifiedResponses: { totalCount: 0 } });
    }
  });

  it('needs no token for these two fields alone', async () => {
    const mixed = await stage.ask(null, `query Q($token: Text!) { questionnaireByToken(token: $token) { title } children { totalCount } }`, { token });
    expect([mixed.status, codes(mixed)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(mixed.data ?? null).toBeNull();
  });

  it('is not found by guessing: each guess counts by itself, however many a request holds, and soon nothing is answered', async () => {
    // As many as one request may hold.
    const guesses = Array.from({ length: 25 }, (_, number) => alike(token, number));
    const opening = (tokens: string[]) => `query { ${tokens.map((one, number) => `g${number}: questionnaireByToken(token: "${one}", variant: "STANDARD") { title }`).join(' ')} }`;
    const answering = (tokens: string[]) => `mutation { ${tokens.map((one, number) => `g${number}: answerQuestionnaire(input: { token: "${one}", answers: [] }) { __typename }`).join(' ')} }`;
    let last = await stage.ask(null, opening(guesses));
    for (let requests = 1; requests < 4 && last.status === 200; requests += 1) {
      expect(new Set(Object.values(last.data))).toEqual(new Set([null]));
      last = await stage.ask(null, opening(guesses));
    }
    // A minute's sixty are spent by three requests at most. With the right one among them nothing is let through either, nor by another field, nor with a login.
    const right = [...guesses.slice(1), token];
    for (const refused of [last, await stage.ask(null, opening(right)), await stage.ask(null, answering(right)), await stage.ask('northWorker', opening(right))]) {
      expect([refused.status, codes(refused), refused.data ?? null]).toEqual([429, ['RATE_LIMITED'], null]);
    }
    expect((await stage.ask('northWorker', '{ me { displayName } }')).status).toBe(200);
    expect(await behind(stage, 'select count(*)::int as n from voice.waiting_answer')).toEqual([{ n: 1 }]);
  });
});

/** A token of the right shape with one character changed, another for each number. */
function alike(token: string, number: number): string {
  const at = (number * 7) % token.length;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
