import { randomUUID } from 'node:crypto';
import { addDays } from '@qaf/calendar';
import { insertRows } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { type Cast, SERVICE, TEAMS } from './authority';
import { childOf, type StageChild } from './children';
import { codes, send, tell } from './commands';
import { inDays } from './days';
import { eventually, Stage } from './stage';

const AREAS = ['plan', 'decisions', 'visits', 'voice', 'reports', 'oversight'];
const coloured = (rag: string) => AREAS.map((area) => ({ area, rag: area === 'visits' ? rag : 'GREEN', ...(area === 'visits' && rag !== 'GREEN' && { note: 'Late.' }) }));
const QUESTION_4 = 'query Q($from: Date!) { ragForms(filter: { rag: RED, givenFrom: $from, lastAuditAtLeast: GOOD }) { totalCount edges { node { givenOn lastAuditGrade child { caseReference } worker { displayName } team { name } } } } }';
const QUESTION_5 = '{ ragForms(filter: { secondAmber: true, unansweredInWorkingDays: 10 }) { totalCount edges { node { child { caseReference } worker { displayName } team { name leaders { displayName } } } } } }';

describe('After a review or conference', () => {
  let stage: Stage;
  const children: Record<string, StageChild> = {};
  const form: { id: string; version: number } = { id: '', version: 0 };

  const load = (rows: [string, object][]) =>
    stage.graph.subgraphs.casework.unit(machine('machine_import', 'stage'), 'stage').command(async (tx) => {
      for (const [table, row] of rows) await insertRows(tx, table, [row]);
    });
  const meeting = async (child: StageChild, heldOn: string) => {
    const id = randomUUID();
    await load([['case_meeting', { id, child_id: child.uuid, kind: 'CP_CONFERENCE', stage: 'REVIEW', held_on: heldOn, source: 'stage', source_key: id }]]);
    return globalId('CaseMeeting', id);
  };
  /** A form that was given in the past, for one team's child. */
  const past = async (child: StageChild, rag: string, givenOn: string, answered: boolean, worker: keyof Cast = 'northWorker') => {
    const [id, held] = [randomUUID(), randomUUID()];
    await load([
      ['case_meeting', { id: held, child_id: child.uuid, kind: 'LAC_REVIEW', held_on: givenOn, source: 'stage', source_key: held }],
      ['rag_form', { id, child_id: child.uuid, meeting_id: held, author_id: stage.people.iro.id, worker_id: stage.people[worker].id, team_id: TEAMS.north, rag, held_on: givenOn, given_on: givenOn, drift_or_delay: false,
        manager_answered_on: answered ? addDays(givenOn, 1) : null, manager_answer: answered ? 'Agreed.' : null, answered_by_id: answered ? stage.people.northManager.id : null }],
      ['meeting_rag_form', { meeting_id: held, given_on: givenOn }],
    ]);
  };
  const audited = async (child: StageChild, grade: string, submittedOn: string, auditor: keyof Cast) => {
    const [version] = await stage.graph.subgraphs.casework.unit(machine('machine_import', 'stage'), 'stage').command((tx) => tx.query<{ id: string }>(`select id from audit_tool_version where state = 'PUBLISHED' limit 1`));
    await load([['audit', { id: randomUUID(), child_id: child.uuid, tool_version_id: version?.id, auditor_id: stage.people[auditor].id, worker_id: stage.people.northWorker.id, team_id: TEAMS.north, service_id: SERVICE, kind: 'CHILD_JOURNEY', state: 'SUBMITTED',
      allocated_on: submittedOn, due_on: submittedOn, period: submittedOn.slice(0, 7), with_worker: false, limited_by: [], computed_grade: grade, judged_grade: grade, grade_reason: 'x', strengths: 'x', areas_to_improve: 'x', child_voice_evident: true, submitted_on: submittedOn }]]);
  };
  const references = (data: { ragForms: { edges: { node: { child: { caseReference: string } } }[] } }) => data.ragForms.edges.map(({ node }) => node.child.caseReference).sort();

  beforeAll(async () => {
    stage = await Stage.open();
    for (const name of ['first', 'poor', 'others', 'old', 'ambers', 'answered', 'fresh', 'broken', 'once']) children[name] = await childOf(stage, 'north', 'northWorker');
  }, 120_000);
  afterAll(() => stage?.close());
  const child = (name: string) => children[name] as StageChild;

  it('a form is due, the reviewing officer gives it, and only one', async () => {
    const met = await meeting(child('first'), inDays(-2));
    const due = async (person: keyof Cast) => (await stage.ask(person, '{ ragFormsDue { totalCount edges { node { id child { caseReference } } } } }')).data.ragFormsDue;
    expect(await due('iro')).toEqual({ totalCount: 1, edges: [{ node: { id: met, child: { caseReference: child('first').reference } } }] });
    expect((await due('principalIro')).totalCount).toBe(1);
    expect(await send(stage, 'iro', 'giveRagForm', { meetingId: met, areas: coloured('RED').slice(1) })).toMatchObject({ code: 'InputInvalid', path: ['areas'] });
    expect(await send(stage, 'iro', 'giveRagForm', { meetingId: met, areas: coloured('RED').map(({ area, rag }) => ({ area, rag })) })).toMatchObject({ code: 'InputInvalid', path: ['areas'] });
    const given = await send(stage, 'iro', 'giveRagForm', { meetingId: met, areas: coloured('RED'), practiceProblems: 'Visits are late.', driftReason: 'Two visits were missed.' }, 'form { id version rag driftOrDelay areas { area title rag note } author { displayName } worker { displayName } meeting { kind } child { caseReference } }');
    expect(given['form']).toMatchObject({ rag: 'RED', driftOrDelay: true, author: { displayName: 'Ivo Larkrise' }, worker: { displayName: 'Noor Applegarth' }, meeting: { kind: 'CP_CONFERENCE' }, child: { caseReference: child('first').reference } });
    expect(given['form'].areas.map(({ area }: { area: string }) => area)).toEqual(AREAS);
    Object.assign(form, { id: given['form'].id, version: given['form'].version });
    expect((await due('iro')).totalCount).toBe(0);
    expect(await send(stage, 'iro', 'giveRagForm', { meetingId: met, areas: coloured('GREEN') })).toMatchObject({ code: 'RagFormGiven' });
    for (const person of ['northWorker', 'northManager', 'serviceManager', 'head', 'director', 'quality', 'hr', 'administrator', 'governance', 'member', 'partner'] as const) {
      expect([person, codes(await tell(stage, person, 'giveRagForm', { meetingId: met, areas: coloured('GREEN') }))]).toEqual([person, ['FORBIDDEN']]);
    }
  });

  it('its author, the worker, the line and quality see it, and nobody else', async () => {
    const seen = async (person: keyof Cast) => (await stage.ask(person, 'query Q($id: ID!) { ragForm(id: $id) { rag } }', { id: form.id })).data?.ragForm ?? null;
    for (const person of ['iro', 'principalIro', 'northWorker', 'northManager', 'serviceManager', 'head', 'director', 'quality', 'principalSocialWorker'] as const) expect([person, await seen(person)]).toEqual([person, { rag: 'RED' }]);
    for (const person of ['northColleague', 'southManager', 'southWorker', 'hr', 'administrator', 'governance', 'member', 'partner'] as const) expect([person, await seen(person)]).toEqual([person, null]);
  });

  it('a red form opens an action for the worker’s manager, which the chair verifies', async () => {
    const ask = () => stage.ask('northManager', 'query Q($id: ID!) { ragForm(id: $id) { actions { edges { node { sourceKind state owner { displayName } verifier { displayName } source { ... on RagForm { id rag } } } } } } }', { id: form.id });
    const { data } = await eventually(ask, (answer) => answer.data.ragForm.actions.edges.length > 0);
    expect(data.ragForm.actions.edges).toEqual([{ node: { sourceKind: 'RAG_FORM', state: 'OPEN', owner: { displayName: 'Mira Northway' }, verifier: { displayName: 'Ivo Larkrise' }, source: { id: form.id, rag: 'RED' } } }]);
  });

  it('the worker acknowledges and the manager answers, each once, and the Principal IRO follows up until it is resolved', async () => {
    const step = async (person: keyof Cast, command: string, more: object = {}, version = form.version) => {
      const result = await send(stage, person, command, { formId: form.id, version, ...more }, 'form { version workerAcknowledgedOn managerAnsweredOn answeredBy { displayName } followUpDueOn resolvedOn followUps { heldOn resolved with { displayName } } }');
      if (result['form']) form.version = result['form'].version;
      return result['form'] ?? result.code;
    };
    expect(await step('northWorker', 'acknowledgeRagForm', { comment: 'Agreed.' })).toMatchObject({ workerAcknowledgedOn: inDays(0) });
    expect(await step('northWorker', 'acknowledgeRagForm')).toBe('RagFormSettled');
    expect(await step('northColleague', 'acknowledgeRagForm')).toBe('NotFound');
    expect(await step('northManager', 'acknowledgeRagForm')).toBe('RagFormNotYours');
    expect(await step('southManager', 'answerRagForm', { answer: 'Mine?' })).toBe('NotFound');
    expect(await step('northManager', 'answerRagForm', { answer: 'x' }, 1)).toBe('RagFormVersionStale');
    expect(await step('northManager', 'answerRagForm', { answer: 'Visits are planned.' })).toMatchObject({ managerAnsweredOn: inDays(0), answeredBy: { displayName: 'Mira Northway' } });
    expect(await step('serviceManager', 'answerRagForm', { answer: 'Again.' })).toBe('RagFormSettled');
    const withId = globalId('Worker', stage.people.northManager.id);
    expect(await step('principalIro', 'followUpRagForm', { withId, heldOn: inDays(1), note: 'x', resolved: false })).toBe('InputInvalid');
    expect(await step('principalIro', 'followUpRagForm', { withId, heldOn: inDays(0), note: 'Once more.', resolved: false })).toMatchObject({ resolvedOn: null, followUps: [{ resolved: false, with: { displayName: 'Mira Northway' } }] });
    expect(await step('principalIro', 'followUpRagForm', { withId, heldOn: inDays(0), note: 'Done.', resolved: true })).toMatchObject({ resolvedOn: inDays(0), followUpDueOn: null });
    expect(await step('principalIro', 'followUpRagForm', { withId, heldOn: inDays(0), note: 'Done.', resolved: true })).toBe('RagFormSettled');
    for (const person of ['iro', 'northManager', 'quality', 'director'] as const) expect([person, codes(await tell(stage, person, 'followUpRagForm', { formId: form.id, version: form.version, withId, heldOn: inDays(0), note: 'x', resolved: true }))]).toEqual([person, ['FORBIDDEN']]);
  });

  it('the Principal IRO asks for red forms of the last 30 days on children whose last audit was good or better', async () => {
    // first: red today, audited INADEQUATE then GOOD: found. poor: red, audited GOOD then INADEQUATE: not. others: red, GOOD by a team manager, whose audit the Principal IRO does not see. old: red 40 days ago, GOOD: not.
    await audited(child('first'), 'INADEQUATE', inDays(-90), 'iro');
    await audited(child('first'), 'GOOD', inDays(-40), 'iro');
    for (const [name, days] of [['poor', -10], ['others', -10], ['old', -40]] as const) await past(child(name), 'RED', inDays(days), false);
    await audited(child('poor'), 'GOOD', inDays(-90), 'iro');
    await audited(child('poor'), 'INADEQUATE', inDays(-40), 'iro');
    await audited(child('others'), 'GOOD', inDays(-40), 'southManager');
    await audited(child('old'), 'OUTSTANDING', inDays(-60), 'iro');
    const { data, errors } = await stage.ask('principalIro', QUESTION_4, { from: inDays(-30) });
    expect(errors).toEqual([]);
    expect(data.ragForms).toEqual({ totalCount: 1, edges: [{ node: { givenOn: inDays(0), lastAuditGrade: 'GOOD', child: { caseReference: child('first').reference }, worker: { displayName: 'Noor Applegarth' }, team: { name: 'Safeguarding North' } } }] });
    expect(references((await stage.ask('quality', QUESTION_4, { from: inDays(-30) })).data)).toEqual([child('first').reference, child('others').reference].sort());
    expect((await stage.ask('southManager', QUESTION_4, { from: inDays(-30) })).data.ragForms.totalCount).toBe(0);
    for (const person of ['hr', 'member', 'partner', 'administrator'] as const) expect(codes(await stage.ask(person, QUESTION_4, { from: inDays(-30) }))).toEqual(['FORBIDDEN']);
  });

  it('and for children with two ambers in a row and no team manager’s answer in ten working days', async () => {
    // 30 days hold at least 18 working days, 5 days at most 5. ambers: two, the second unanswered for 30 days: found.
    const ambers: [string, [string, number, boolean][]][] = [
      ['ambers', [['AMBER', -200, true], ['AMBER', -30, false]]],
      ['answered', [['AMBER', -200, false], ['AMBER', -30, true]]],
      ['fresh', [['AMBER', -200, false], ['AMBER', -5, false]]],
      ['broken', [['AMBER', -300, false], ['GREEN', -200, false], ['AMBER', -30, false]]],
      ['once', [['AMBER', -30, false]]],
    ];
    for (const [name, forms] of ambers) for (const [rag, days, answer] of forms) await past(child(name), rag, inDays(days), answer);
    const { data, errors } = await stage.ask('principalIro', QUESTION_5);
    expect(errors).toEqual([]);
    expect(data.ragForms).toEqual({ totalCount: 1, edges: [{ node: { child: { caseReference: child('ambers').reference }, worker: { displayName: 'Noor Applegarth' }, team: { name: 'Safeguarding North', leaders: [{ displayName: 'Mira Northway' }] } } }] });
    // Without a limit too there is an answer, never a failure: fresh waits as well at 0 days, nothing at 501.
    const within = async (days: number) => references((await stage.ask('principalIro', QUESTION_5.replace('unansweredInWorkingDays: 10', `unansweredInWorkingDays: ${days}`))).data);
    for (const days of [0, -1]) expect(await within(days)).toEqual([child('ambers').reference, child('fresh').reference].sort());
    expect(await within(501)).toEqual([]);
    expect((await stage.ask('southManager', QUESTION_5)).data.ragForms.totalCount).toBe(0);
    expect(codes(await stage.ask('hr', QUESTION_5))).toEqual(['FORBIDDEN']);
  });
});
