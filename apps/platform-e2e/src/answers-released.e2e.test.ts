import { randomUUID } from 'node:crypto';
import { insertRows } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine, type Role } from '@qaf/identity';
import { releaseDueAnswers } from '@qaf/voice';
import type { Cast } from './authority';
import { codes, send, sentence, tell } from './commands';
import { behind } from './kept-rows';
import { type Answer, Stage } from './stage';

type Extra = 'moderator' | 'impact' | 'frontDoor';
type Person = keyof Cast | Extra | null;

const ANSWER = 'mutation M($input: AnswerQuestionnaireInput!) { answerQuestionnaire(input: $input) { __typename ... on AnswerQuestionnaireSuccess { received help } ... on Problem { code } } }';
const RESULTS = `query Q($periods: [Text!]) { questionnaireResults(questionnaireCode: "cp-plan-end", questionKey: "feel-safe", periods: $periods) { question period
  table { lines { n { value hidden } counts { value count { value hidden } } favourable { share } } provenance { n { value } toolVersions } } } }`;
const RATES = `query Q($by: Text, $periods: [Text!]) { responseRates(questionnaireCode: "cp-plan-end", by: $by, periods: $periods) { period
  lines { member n { value } answered { share numerator { value } denominator { value } } declined { numerator { value } denominator { value } } notOffered { numerator { value } denominator { value } } } provenance { definition n { value } toolVersions } } }`;
const BATCHES = '{ questionnaire(code: "cp-plan-end") { current { keptAttributes answerBatches { state firstPeriod lastPeriod answers } } } }';
const WAITING = '{ waitingComments { totalCount edges { node { id text } } } }';
const RELEASED = '{ releasedComments { edges { node { text theme { code title } } } } }';
const HELP = '{ helpRequests(state: ASKED) { edges { node { id version name howToReach takenBy { displayName } } } } }';

/** A day in the quarter after the one that runs: what is answered today has ended by then. */
const NEXT_QUARTER = new Date(Date.now() + 100 * 86_400_000);

describe('What children say without a name', () => {
  let stage: Stage;
  const tokens: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    await joined({ moderator: 'survey_moderator', impact: 'impact_member', frontDoor: 'compass_service_manager' });
    for (let number = 0; number < 32; number += 1) tokens.push(await linkGiven());
    for (let number = 0; number < 7; number += 1) await declined();
  }, 120_000);

  afterAll(() => stage?.close());

  /** Three more people than the usual cast. */
  async function joined(roles: Record<Extra, Role>): Promise<void> {
    await stage.graph.subgraphs.workforce.unit(machine('machine_import', 'stage'), 'stage').command(async (tx) => {
      for (const [part, role] of Object.entries(roles)) {
        const id = randomUUID();
        const staff = role !== 'impact_member';
        if (staff) await insertRows(tx, 'worker', [{ id, staff_number: part, display_name: part, job_title: part }]);
        await insertRows(tx, 'person', [{ id, subject: `stage:${part}`, email: `${part}@example.org`.toLowerCase(), display_name: part, kind: staff ? 'STAFF' : 'MEMBER', worker_id: staff ? id : null, active_from: '2018-04-01' }]);
        await insertRows(tx, 'role_assignment', [{ id: randomUUID(), person_id: id, role, scope: 'authority', valid_from: '2018-04-01' }]);
        Object.assign(stage.people, { [part]: { id, subject: `stage:${part}`, name: part } });
      }
    });
  }

  const ask = (person: Person, query: string, variables: Record<string, unknown> = {}): Promise<Answer> => stage.ask(person as keyof Cast | null, query, variables);

  async function invited(): Promise<{ invitationId: string; version: number | undefined }> {
    const childId = randomUUID();
    await stage.graph.subgraphs.voice.handle({ id: randomUUID(), type: 'casework.cp-plan.ended.v1', subject: `child:${childId}`, occurredAt: new Date().toISOString(), data: { episodeId: randomUUID(), childId, endedOn: '2026-11-02', workerId: null, teamId: null } });
    const [invitation] = await behind<{ id: string; version: number }>(stage, `select id, version from voice.invitation where child_id = $1 and audience = 'CHILD'`, [childId]);
    return { invitationId: globalId('Invitation', invitation?.id ?? ''), version: invitation?.version };
  }

  async function linkGiven(): Promise<string> {
    return (await send(stage, 'quality', 'giveInvitationLink', { ...(await invited()), ageBand: '8_TO_11', language: 'en' }, 'token'))['token'];
  }

  async function declined(): Promise<void> {
    await send(stage, 'quality', 'recordInvitationOutcome', { ...(await invited()), outcome: 'DECLINED', reason: 'NO_REASON_GIVEN' });
  }

  it('is taken in with a word of who can help, and with somebody to tell it to', async () => {
    for (const [number, token] of tokens.slice(0, 24).entries()) {
      const safe = number < 12 ? 'YES' : number < 20 ? 'NOT_SURE' : 'NO';
      const { data } = await ask(null, ANSWER, { input: { token, answers: [{ key: 'listened-to', value: '4' }, { key: 'feel-safe', value: safe }, { key: 'what-helped', text: `Mira Northway helped ${number}` }] } });
      expect(data.answerQuestionnaire).toMatchObject({ received: true, help: safe === 'YES' ? null : expect.stringContaining('0800 1111') });
    }
    const asked = await ask(null, sentence('askForHelp'), { input: { token: tokens[23], name: 'Robin', howToReach: 'At school' } });
    expect(asked.data.askForHelp.__typename).toBe('AskForHelpSuccess');
  }, 60_000);

  it('reaches the front door at once where somebody says who they are, and no one else', async () => {
    const [request] = (await ask('frontDoor', HELP)).data.helpRequests.edges;
    expect(request.node).toMatchObject({ name: 'Robin', howToReach: 'At school', takenBy: null });
    const taken = await send(stage, 'frontDoor' as keyof Cast, 'takeHelpRequest', { helpRequestId: request.node.id, version: request.node.version }, 'helpRequest { state takenBy { displayName } }');
    expect(taken['helpRequest']).toEqual({ state: 'TAKEN', takenBy: { displayName: 'frontDoor' } });
    for (const person of ['northWorker', 'northManager', 'quality', 'director', 'moderator', 'impact', 'member', 'administrator'] as const) expect([person, codes(await ask(person, HELP))]).toEqual([person, ['FORBIDDEN']]);
  });

  it('waits until its quarter has ended: until then nothing of it is there for anyone', async () => {
    expect((await ask('impact', RESULTS)).data).toEqual({ questionnaireResults: [] });
    expect((await ask('moderator', WAITING)).data.waitingComments.totalCount).toBe(0);
    const batches = (await ask('impact', BATCHES)).data.questionnaire.current;
    expect(batches).toMatchObject({ keptAttributes: ['AGE_BAND', 'LANGUAGE', 'MODE'], answerBatches: [{ state: 'HELD_OVER', answers: null }] });
  });

  it('comes out as figures that the steering group, members and staff read alike', async () => {
    await releaseDueAnswers(stage.graph.subgraphs.voice, NEXT_QUARTER);
    const [batch] = (await ask('impact', BATCHES)).data.questionnaire.current.answerBatches;
    expect(batch).toMatchObject({ state: 'RELEASED', answers: 24 });
    for (const person of ['impact', 'member', 'partner', 'northWorker', 'director', 'administrator'] as const) {
      const { data } = await ask(person, RESULTS, { periods: [batch.lastPeriod] });
      const [line] = data.questionnaireResults[0].table.lines;
      // Twelve yes, eight not sure, four no: the four are hidden, and another count with them.
      expect([person, line.n.value]).toEqual([person, 24]);
      const hidden = line.counts.filter((one: { count: { hidden: boolean } }) => one.count.hidden).map((one: { value: string }) => one.value);
      expect(hidden).toContain('NO');
      expect(hidden.length).toBeGreaterThanOrEqual(2);
    }
    expect(codes(await ask(null, RESULTS))).toEqual(['UNAUTHENTICATED']);
    expect(codes(await ask('member', BATCHES))).toEqual(['FORBIDDEN']);
  });

  it('is set beside how many were asked, for whoever reads the results, and no invitation is told apart', async () => {
    const [batch] = (await ask('impact', BATCHES)).data.questionnaire.current.answerBatches;
    for (const person of ['impact', 'member', 'northWorker', 'quality', 'director'] as const) {
      const { data } = await ask(person, RATES, { periods: [batch.lastPeriod] });
      expect([person, data.responseRates.length]).toEqual([person, 1]);
      // 32 were given a link and 24 answered; seven more were asked and would rather not; nobody was left unasked.
      expect(data.responseRates[0].lines).toEqual([{
        member: null, n: { value: 39 },
        answered: { share: 0.75, numerator: { value: 24 }, denominator: { value: 32 } },
        declined: { numerator: { value: 7 }, denominator: { value: 39 } },
        notOffered: { numerator: { value: 0 }, denominator: { value: 39 } },
      }]);
      expect(data.responseRates[0].provenance).toMatchObject({ n: { value: 39 }, definition: expect.stringContaining('with a name is not counted') });
    }
    const byAge = (await ask('impact', RATES, { by: 'AGE_BAND', periods: [batch.lastPeriod] })).data.responseRates[0].lines;
    expect(byAge.filter((line: { n: { value: number } }) => line.n.value > 0).map((line: { member: string; n: { value: number } }) => [line.member, line.n.value])).toEqual(expect.arrayContaining([['8_TO_11', 32], ['NOT_TOLD', 7]]));
    const cut = await ask('impact', RATES, { by: 'TEAM' });
    expect([codes(cut), cut.errors[0]?.message]).toEqual([['BAD_USER_INPUT'], expect.stringMatching(/TableNotReleased.*Ask one of/)]);
    expect(codes(await ask(null, RATES))).toEqual(['UNAUTHENTICATED']);
  });

  it('comes out in words only as the moderator lets it', async () => {
    const { totalCount, edges } = (await ask('moderator', WAITING)).data.waitingComments;
    expect([totalCount, edges[0].node.text]).toEqual([24, expect.stringMatching(/^Mira Northway helped \d+$/)]);
    const input = { commentId: edges[0].node.id, themeCode: 'neglect', text: 'My worker’s manager helped' };
    for (const person of ['northWorker', 'quality', 'principalSocialWorker', 'director', 'impact', 'member'] as const) {
      expect([person, codes(await ask(person, WAITING))]).toEqual([person, ['FORBIDDEN']]);
      expect([person, codes(await tell(stage, person as keyof Cast, 'releaseComment', input))]).toEqual([person, ['FORBIDDEN']]);
    }
    expect(await send(stage, 'moderator' as keyof Cast, 'releaseComment', input, 'releasedComment { text }')).toMatchObject({ releasedComment: { text: 'My worker’s manager helped' } });
    for (const person of ['impact', 'northWorker'] as const) expect((await ask(person, RELEASED)).data.releasedComments.edges).toMatchObject([{ node: { text: 'My worker’s manager helped', theme: { code: 'neglect' } } }]);
    expect(codes(await ask('member', RELEASED))).toEqual(['FORBIDDEN']);
    expect((await ask('moderator', WAITING)).data.waitingComments.totalCount).toBe(23);
  });

  it('has taught no invitation anything', async () => {
    const rows = await behind<{ row: Record<string, unknown> }>(stage, `select distinct to_jsonb(i) - array['id', 'child_id', 'source_event', 'subject_id'] as row from voice.invitation i where links_given = 1`);
    // All two dozen are alike: nothing on one says that it was answered, and nothing that another was not.
    expect(rows).toHaveLength(1);
  });
});
