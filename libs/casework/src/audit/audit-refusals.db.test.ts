import { globalId } from '@qaf/graph';
import { Casework, shown } from '../casework.fixtures';
import { AuditLife, CHECKED, done, JUDGEMENT, key } from './audit.fixtures';

const UNKNOWN = '6c6a2f0e-0d3c-4a55-9d0e-6a1c5a2b7d10';
const SUBMIT = 'mutation M($input: SubmitAuditInput!) { submitAudit(input: $input) { __typename ... on Problem { code message path } } }';
const ALLOCATE = 'mutation M($input: AllocateAuditInput!) { allocateAudit(input: $input) { __typename ... on Problem { code message path } } }';

describe('what is wrong with a change of an audit is said, and nothing is written', () => {
  let casework: Casework;
  let life: AuditLife;
  let child: string;
  let before: object[];

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
    child = await casework.child();
  }, 60_000);
  afterAll(() => casework.close());

  const written = () =>
    casework.behind(`select (select count(*) from casework.audit_history) as audits, (select count(*) from casework.audit_answer_history) as answers,
      (select count(*) from casework_queue.outgoing) as events, (select count(*) from casework.command_log) as commands`);

  async function nothingWrittenBy(work: () => Promise<void>): Promise<void> {
    before = await written();
    await work();
    expect(await written()).toEqual(before);
  }

  it('a stale version', async () => {
    const audit = await life.started(child);
    await nothingWrittenBy(async () => {
      const answer = await life.step(casework.southManager, 'submitAudit', { auditId: audit.id, version: audit.version - 1, ...JUDGEMENT });
      expect(answer).toMatchObject({ __typename: 'AuditVersionStale', currentVersion: audit.version, path: ['version'] });
      expect(await life.step(casework.southManager, 'submitAudit', { auditId: audit.id, version: -2147483648, ...JUDGEMENT })).toMatchObject({ __typename: 'AuditVersionStale' });
    });
  });

  it('an unknown id, and an id of another type', async () => {
    const { worker, southManager, qpa } = casework;
    await nothingWrittenBy(async () => {
      for (const auditId of [shown('Audit', UNKNOWN), shown('Child', child), UNKNOWN, '', 'x'.repeat(5000)]) {
        expect(await life.step(southManager, 'startAudit', { auditId, version: 1 })).toMatchObject({ __typename: 'NotFound', path: ['auditId'] });
        expect(await life.step(worker, 'completeAuditChecklist', { auditId, version: 1, answers: CHECKED })).toMatchObject({ __typename: 'NotFound' });
        expect(await life.step(qpa, 'withdrawAudit', { auditId, version: 1, reason: 'No.' })).toMatchObject({ __typename: 'NotFound' });
      }
      expect(await life.allocate(UNKNOWN)).toMatchObject({ __typename: 'NotFound', path: ['childId'] });
      expect(await life.allocate(child, { auditorId: globalId('Worker', UNKNOWN) })).toMatchObject({ __typename: 'NotFound', path: ['auditorId'] });
      expect(await life.allocate(child, { toolCode: 'none' })).toMatchObject({ __typename: 'NotFound', path: ['toolCode'] });
    });
  });

  it('a value that cannot be right here', async () => {
    await nothingWrittenBy(async () => {
      expect(await life.allocate(child, { dueOn: '2026-03-17' })).toMatchObject({ __typename: 'InputInvalid', path: ['dueOn'] });
      expect(await life.allocate(child, { kind: 'OTHER' })).toMatchObject({ __typename: 'InputInvalid', path: ['kind'] });
      expect(await life.allocate(child, { period: '2026-13' })).toMatchObject({ __typename: 'InputInvalid', path: ['period'] });
    });
    const audit = await life.submitted(child);
    for (const feedbackGivenOn of ['2026-03-17', '2026-03-19']) {
      await nothingWrittenBy(async () => {
        expect(await life.step(casework.southManager, 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn })).toMatchObject({ __typename: 'InputInvalid', path: ['feedbackGivenOn'] });
      });
    }
  });

  it.each([
    ['NUL', { gradeReason: 'a\u0000b' }],
    ['half of a character', { strengths: 'a\ud800b' }],
    ['a megabyte', { areasToImprove: 'x'.repeat(1_048_576) }],
    ['an integer beyond 32 bits', { version: 2147483648 }],
    ['a fraction', { version: 1.5 }],
    ['no grade of the four', { judgedGrade: 'FAIR' }],
    ['no truth value', { childVoiceEvident: 'yes' }],
    ['a field that is not there', { closedOn: '2026-01-01' }],
    ['a key too short', { idempotencyKey: 'short' }],
  ])('%s', async (_what, wrong) => {
    const audit = await life.started(child);
    await nothingWrittenBy(async () => {
      const answer = await casework.ask(casework.southManager, SUBMIT, { input: { idempotencyKey: key(), auditId: audit.id, version: audit.version, ...JUDGEMENT, ...wrong } });
      expect(answer.data?.submitAudit ?? null).toBeNull();
      expect(answer.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
      expect(answer.errors[0]?.message).not.toMatch(/a.?b|xxx|2147483648|FAIR/);
    });
  });

  it('a day that the calendar does not have', async () => {
    await nothingWrittenBy(async () => {
      for (const dueOn of ['2026-02-30', '2026-13-01', '0000-00-00', '2026-3-1', 'tomorrow', '9999-12-31']) {
        const answer = await casework.ask(casework.qpa, ALLOCATE, { input: { idempotencyKey: key(), childId: shown('Child', child), auditorId: shown('Worker', casework.southManager.personId), toolCode: 'child-journey', dueOn } });
        expect([dueOn, answer.errors[0]?.extensions]).toEqual([dueOn, { code: 'BAD_USER_INPUT' }]);
      }
    });
  });

  it('an answer that does not fit its question, and with it all the others', async () => {
    const audit = await life.started(child);
    await nothingWrittenBy(async () => {
      const answers = [{ questionKey: 'next-steps', text: 'A visit.' }, { questionKey: 'drift', grade: 'GOOD' }];
      expect(await life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers })).toMatchObject({ __typename: 'AuditAnswerInvalid', path: ['answers', '1'] });
    });
  });

  it('a checklist that leaves something open', async () => {
    const audit = await life.allocated(child);
    await nothingWrittenBy(async () => {
      expect(await life.step(casework.worker, 'completeAuditChecklist', { auditId: audit.id, version: 1, answers: CHECKED.slice(1) })).toMatchObject({ __typename: 'AuditChecklistIncomplete' });
    });
  });

  it('a second feedback, a second acknowledgement, and one before feedback', async () => {
    const { southManager, worker } = casework;
    const audit = await life.acknowledged(child);
    const again = { auditId: audit.id, version: audit.version };
    expect(await life.step(southManager, 'giveAuditFeedback', { ...again, feedbackGivenOn: '2026-03-18' })).toMatchObject({ __typename: 'AuditFeedbackGiven' });
    expect(await life.step(worker, 'acknowledgeAudit', again)).toMatchObject({ __typename: 'AuditFeedbackGiven' });
  });

  it('sent twice with one key it is done once; with another input the key is refused', async () => {
    const { qpa } = casework;
    const input = { idempotencyKey: key(), childId: shown('Child', child), auditorId: shown('Worker', casework.southManager.personId), toolCode: 'child-journey', dueOn: '2026-04-01' };
    const first = done(await life.step(qpa, 'allocateAudit', input));
    await nothingWrittenBy(async () => {
      expect(done(await life.step(qpa, 'allocateAudit', input)).id).toBe(first.id);
      expect(await life.step(qpa, 'allocateAudit', { ...input, dueOn: '2026-04-02' })).toMatchObject({ __typename: 'IdempotencyKeyReused', path: ['idempotencyKey'] });
    });
  });

  it('of two changes of one version at once, one is stale', async () => {
    const audit = await life.started(child);
    const change = (text: string) => life.step(casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers: [{ questionKey: 'next-steps', text }] });
    const both = await Promise.all([change('One.'), change('Other.')]);
    expect(both.map((step) => step.__typename).sort()).toEqual(['AuditVersionStale', 'SaveAuditAnswersSuccess']);
  });
});
