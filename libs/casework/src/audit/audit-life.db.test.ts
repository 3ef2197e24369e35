import { globalId } from '@qaf/graph';
import { Casework, shown, viewer } from '../casework.fixtures';
import { answers, AuditLife, CHECKED, done, JUDGEMENT, key } from './audit.fixtures';

describe('an audit through its life', () => {
  let casework: Casework;
  let life: AuditLife;
  let child: string;

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
  }, 60_000);
  beforeEach(async () => {
    child = await casework.child();
  });
  afterAll(() => casework.close());

  it('is allocated, checked, done, submitted, moderated, acknowledged and closed', async () => {
    const { southManager, worker, psw } = casework;
    const allocated = done(await life.allocate(child));
    expect(allocated).toMatchObject({ state: 'ALLOCATED', version: 1, period: '2026-04', grade: null });
    const id = { auditId: allocated.id };
    const checked = done(await life.step(worker, 'completeAuditChecklist', { ...id, version: 1, answers: CHECKED }));
    const started = done(await life.step(southManager, 'startAudit', { ...id, version: checked.version }));
    const half = done(await life.step(southManager, 'saveAuditAnswers', { ...id, version: started.version, answers: answers('GOOD').slice(0, 5) }));
    const all = done(await life.step(southManager, 'saveAuditAnswers', { ...id, version: half.version, answers: answers('GOOD', { 'seen-alone': { choice: 'NO' } }) }));
    const submitted = done(await life.step(southManager, 'submitAudit', { ...id, version: all.version, ...JUDGEMENT }));
    expect(submitted).toMatchObject({ state: 'SUBMITTED', computedGrade: 'REQUIRES_IMPROVEMENT', limitedBy: ['seen-alone'], judgedGrade: 'GOOD', grade: 'GOOD' });
    const moderated = done(await life.step(psw, 'moderateAudit', { ...id, version: submitted.version, moderatedGrade: 'REQUIRES_IMPROVEMENT', moderationReason: 'Not seen alone.' }));
    expect(moderated).toMatchObject({ state: 'MODERATED', judgedGrade: 'GOOD', grade: 'REQUIRES_IMPROVEMENT' });
    const given = done(await life.step(southManager, 'giveAuditFeedback', { ...id, version: moderated.version, feedbackGivenOn: '2026-03-18' }));
    const taken = done(await life.step(worker, 'acknowledgeAudit', { ...id, version: given.version, comment: 'Agreed.' }));
    const closed = done(await life.step(southManager, 'closeAudit', { ...id, version: taken.version }));
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2026-03-18', version: 10 });
  });

  it('shows the answers with their questions, in the order of the tool', async () => {
    const audit = await life.submitted(child);
    const { data } = await casework.ask(casework.southManager, `query Q($id: ID!) { audit(id: $id) { tool { number tool { code } checklist { key } } answers { questionKey grade version question { text priority { code } } } } }`, { id: audit.id });
    expect(data.audit.answers).toHaveLength(25);
    expect(data.audit.answers[0]).toMatchObject({ questionKey: 'voice-evident', grade: 'GOOD', version: 1, question: { priority: null } });
    expect(data.audit.answers[4].question.priority).toEqual({ code: 'assessments' });
    expect(data.audit.tool).toMatchObject({ number: 1, tool: { code: 'child-journey' } });
  });

  it('waits for the checklist, unless no worker holds the case who could complete it', async () => {
    const audit = await life.allocated(child);
    expect(await life.step(casework.southManager, 'startAudit', { auditId: audit.id, version: 1 })).toMatchObject({ __typename: 'AuditChecklistMissing' });
    const unheld = await life.allocated(await casework.child({ worker: null }));
    expect(done(await life.step(casework.southManager, 'startAudit', { auditId: unheld.id, version: 1 }))).toMatchObject({ state: 'IN_PROGRESS' });
  });

  it('is not submitted with a question open, nor without a reason', async () => {
    const audit = await life.started(child);
    const most = answers('GOOD').filter((answer) => !['next-steps', 'relationship'].includes(answer['questionKey'] as string));
    const kept = done(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers: most }));
    const submit = (version: number, more: object) => life.step(casework.southManager, 'submitAudit', { auditId: audit.id, version, ...JUDGEMENT, ...more });
    expect(await submit(kept.version, {})).toMatchObject({ __typename: 'AuditAnswersMissing', message: 'Answer the question next-steps first.' });
    expect(await submit(kept.version, { gradeReason: '  ' })).toMatchObject({ __typename: 'InputInvalid', path: ['gradeReason'] });
    const more = done(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: kept.version, answers: [{ questionKey: 'next-steps', text: 'A visit.' }] }));
    expect(done(await submit(more.version, {}))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('closes inadequate only once an action follows, and not by one that was cancelled', async () => {
    const audit = await life.acknowledged(child, 'INADEQUATE');
    const uuid = Buffer.from(audit.id, 'base64url').toString().split(':')[1];
    const close = () => life.step(casework.southManager, 'closeAudit', { auditId: audit.id, version: audit.version });
    expect(await close()).toMatchObject({ __typename: 'AuditActionMissing', path: ['auditId'] });
    const action = { sourceKind: 'AUDIT', sourceId: uuid, openedOn: '2026-03-18' };
    const first = key();
    await casework.told('governance.action.opened.v1', { ...action, actionId: first });
    await casework.told('governance.action.closed.v1', { ...action, actionId: first, state: 'CANCELLED', closedOn: '2026-03-18' });
    expect(await close()).toMatchObject({ __typename: 'AuditActionMissing' });
    await casework.told('governance.action.opened.v1', { ...action, sourceKind: 'COMPLAINT', actionId: key() });
    expect(await close()).toMatchObject({ __typename: 'AuditActionMissing' });
    await casework.told('governance.action.opened.v1', { ...action, actionId: key() });
    expect(done(await close())).toMatchObject({ state: 'CLOSED' });
  });

  it('does not close before the worker has acknowledged it, unless they have left', async () => {
    const { southManager } = casework;
    const leaver = viewer('practitioner');
    await casework.told('workforce.worker.moved.v1', { workerId: leaver.personId, teamId: casework.north, managerId: casework.manager.personId });
    const theirs = await casework.child({ worker: leaver.personId });
    const audit = await life.allocated(theirs);
    const checked = done(await life.step(leaver, 'completeAuditChecklist', { auditId: audit.id, version: 1, answers: CHECKED }));
    const started = done(await life.step(southManager, 'startAudit', { auditId: audit.id, version: checked.version }));
    const kept = done(await life.step(southManager, 'saveAuditAnswers', { auditId: audit.id, version: started.version, answers: answers('GOOD') }));
    const submitted = done(await life.step(southManager, 'submitAudit', { auditId: audit.id, version: kept.version, ...JUDGEMENT }));
    const close = (version: number) => life.step(southManager, 'closeAudit', { auditId: audit.id, version });
    expect(await close(submitted.version)).toMatchObject({ __typename: 'AuditFeedbackMissing' });
    const given = done(await life.step(southManager, 'giveAuditFeedback', { auditId: audit.id, version: submitted.version, feedbackGivenOn: '2026-03-18' }));
    expect(await close(given.version)).toMatchObject({ __typename: 'AuditAcknowledgementMissing' });
    await casework.told('workforce.worker.left.v1', { workerId: leaver.personId, leftOn: '2026-03-17' });
    expect(done(await close(given.version))).toMatchObject({ state: 'CLOSED' });
  });

  it('is never done by the worker, or by their manager unless together with them', async () => {
    const allocate = (auditor: string, more = {}) => life.allocate(child, { auditorId: globalId('Worker', auditor), ...more });
    expect(await allocate(casework.worker.personId)).toMatchObject({ __typename: 'AuditorIsWorker', path: ['auditorId'] });
    expect(await allocate(casework.manager.personId)).toMatchObject({ __typename: 'AuditorManagesWorker', path: ['auditorId'] });
    expect(done(await allocate(casework.manager.personId, { withWorker: true }))).toMatchObject({ state: 'ALLOCATED' });
    expect(done(await allocate(casework.colleague.personId))).toMatchObject({ state: 'ALLOCATED' });
  });

  it('is stopped when the auditor has become the worker’s manager since', async () => {
    const audit = await life.started(child);
    const place = { workerId: casework.worker.personId, teamId: casework.north, serviceId: casework.service };
    await casework.told('workforce.worker.moved.v1', { ...place, managerId: casework.southManager.personId });
    const kept = done(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers: answers('GOOD') }));
    expect(await life.step(casework.southManager, 'submitAudit', { auditId: audit.id, version: kept.version, ...JUDGEMENT })).toMatchObject({ __typename: 'AuditorManagesWorker' });
    await casework.told('workforce.worker.moved.v1', { ...place, managerId: casework.manager.personId });
    expect(done(await life.step(casework.southManager, 'submitAudit', { auditId: audit.id, version: kept.version, ...JUDGEMENT }))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('is allocated and moderated by the heads of a stream in their own stream alone', async () => {
    const { principalIro, iro, southManager } = casework;
    expect(done(await life.allocate(child, { auditorId: globalId('Worker', iro.personId) }, principalIro))).toMatchObject({ state: 'ALLOCATED' });
    expect(await life.allocate(child, {}, principalIro)).toMatchObject({ __typename: 'AuditOutsideStream' });
    const compass = viewer('compass_service_manager', { teams: [casework.north] });
    expect(done(await life.allocate(child, {}, compass))).toMatchObject({ state: 'ALLOCATED' });
    const audit = await life.submitted(child);
    const moderation = { auditId: audit.id, version: audit.version, moderatedGrade: 'GOOD', moderationReason: 'Agreed.' };
    expect((await casework.ask(southManager, 'mutation M($input: ModerateAuditInput!) { moderateAudit(input: $input) { __typename } }', { input: { idempotencyKey: key(), ...moderation } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await life.step(viewer('compass_service_manager', { workerId: southManager.personId, personId: southManager.personId, teams: [casework.north] }), 'moderateAudit', moderation)).toMatchObject({ __typename: 'AuditModeratorIsAuditor' });
    expect(done(await life.step(compass, 'moderateAudit', moderation))).toMatchObject({ state: 'MODERATED' });
  });

  it('is withdrawn with a reason, and gives its auditor nothing any more', async () => {
    const audit = await life.allocated(child);
    const withdraw = (reason: string) => life.step(casework.qpa, 'withdrawAudit', { auditId: audit.id, version: 1, reason });
    expect(await withdraw(' ')).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    expect(done(await withdraw('The family has moved away.'))).toMatchObject({ state: 'WITHDRAWN' });
    const { data } = await casework.ask(casework.southManager, `query Q($id: ID!) { child(id: $id) { caseReference } }`, { id: shown('Child', child) });
    expect(data.child).toBeNull();
  });

  it('tells the others of each grade, with ids and codes alone', async () => {
    const audit = await life.submitted(child, 'INADEQUATE');
    await life.step(casework.psw, 'moderateAudit', { auditId: audit.id, version: audit.version, moderatedGrade: 'GOOD', moderationReason: 'Fair.' });
    const uuid = Buffer.from(audit.id, 'base64url').toString().split(':')[1];
    const told = await casework.behind<{ type: string; data: object }>(`select type, data from casework_queue.outgoing where subject = $1 order by sequence`, [`audit:${uuid}`]);
    const concerned = { auditId: uuid, childId: child, workerId: casework.worker.personId, teamId: casework.north, auditorId: casework.southManager.personId };
    expect(told).toEqual([
      { type: 'casework.audit.submitted.v1', data: { ...concerned, grade: 'INADEQUATE', submittedOn: '2026-03-18' } },
      { type: 'casework.audit.moderated.v1', data: { ...concerned, moderatorId: casework.psw.personId, grade: 'GOOD', moderatedOn: '2026-03-18' } },
    ]);
  });

  it('keeps every state in its history, with who made it', async () => {
    const audit = await life.submitted(child);
    const uuid = Buffer.from(audit.id, 'base64url').toString().split(':')[1];
    const states = await casework.sql<{ version: number; state: string; by: string }>(casework.southManager, `select version, "row"->>'state' as state, changed_by as by from audit_history where id = $1 order by history_id`, [uuid]);
    expect(states.map(({ version, state }) => [version, state])).toEqual([[1, 'ALLOCATED'], [2, 'CHECKLIST_DONE'], [3, 'IN_PROGRESS'], [4, 'IN_PROGRESS'], [5, 'SUBMITTED']]);
    expect(states.map((one) => one.by)).toEqual([casework.qpa, casework.worker, casework.southManager, casework.southManager, casework.southManager].map((who) => who.personId));
  });
});
