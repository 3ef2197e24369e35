import { globalId } from '@qaf/graph';
import fc from 'fast-check';
import { Casework } from '../casework.fixtures';
import { answers, AuditLife, CHECKED, JUDGEMENT, key, type Step } from './audit.fixtures';
import { after, AUDIT_ACTS, type AuditAct, AuditState } from './audit.state';

/** Each act as the person who may take it, with an input that nothing but the state can fault. */
function steps(casework: Casework): Record<AuditAct, [who: Casework['worker'], name: string, input: Record<string, unknown>]> {
  const { worker, colleague, southManager, qpa } = casework;
  return {
    completeChecklist: [worker, 'completeAuditChecklist', { answers: CHECKED }],
    start: [southManager, 'startAudit', {}],
    answer: [southManager, 'saveAuditAnswers', { answers: answers('GOOD') }],
    submit: [southManager, 'submitAudit', JUDGEMENT],
    giveFeedback: [southManager, 'giveAuditFeedback', { feedbackGivenOn: '2026-03-18' }],
    acknowledge: [worker, 'acknowledgeAudit', {}],
    moderate: [qpa, 'moderateAudit', { moderatedGrade: 'GOOD', moderationReason: 'Agreed.' }],
    close: [southManager, 'closeAudit', {}],
    withdraw: [qpa, 'withdrawAudit', { reason: 'Not needed.' }],
    reallocate: [qpa, 'reallocateAudit', { auditorId: globalId('Worker', colleague.personId), reason: 'Away until May.' }],
  };
}

const ACTS = Object.keys(AUDIT_ACTS) as AuditAct[];

/** What each state needs beside itself, so that only the state decides. */
const FACTS: Record<AuditState, string> = {
  ALLOCATED: `worker_id = worker_id`,
  CHECKLIST_DONE: `checklist_done_on = current_date`,
  IN_PROGRESS: `feedback_given_on = null`,
  SUBMITTED: `judged_grade = 'GOOD', submitted_on = '2026-03-18'`,
  MODERATED: `judged_grade = 'GOOD', moderated_grade = 'GOOD', submitted_on = '2026-03-18'`,
  CLOSED: `judged_grade = 'GOOD', submitted_on = '2026-03-18', closed_on = current_date, feedback_given_on = '2026-03-18', acknowledged_on = '2026-03-18'`,
  WITHDRAWN: `withdrawn_reason = 'Not needed.'`,
};

describe('the steps of an audit', () => {
  let casework: Casework;
  let life: AuditLife;
  let child: string;

  beforeAll(async () => {
    casework = await Casework.open();
    life = new AuditLife(casework);
    child = await casework.child();
  }, 60_000);
  afterAll(() => casework.close());

  async function auditIn(state: AuditState, act: AuditAct): Promise<{ id: string; uuid: string }> {
    const { id } = await life.allocated(child);
    const uuid = Buffer.from(id, 'base64url').toString().split(':')[1] as string;
    const open = state === AuditState.SUBMITTED || state === AuditState.MODERATED;
    const feedback = open && act !== 'giveFeedback' ? `, feedback_given_on = '2026-03-18'` : '';
    const acknowledged = open && act === 'close' ? `, acknowledged_on = '2026-03-18'` : '';
    await casework.behind(`update casework.audit set state = $2, ${FACTS[state]}${feedback}${acknowledged} where id = $1`, [uuid, state]);
    if (act === 'submit') await casework.behind(ANSWERED, [uuid, JSON.stringify(answers('GOOD'))]);
    return { id, uuid };
  }

  const cases = ACTS.flatMap((act) => Object.values(AuditState).map((state) => ({ act, state, next: after(act, state) })));

  it.each(cases)('$act of one that is $state leads to $next', async ({ act, state, next }) => {
    const { id, uuid } = await auditIn(state, act);
    const [who, name, input] = steps(casework)[act];
    const before = await casework.behind<{ state: string; version: number }>('select state, version from casework.audit where id = $1', [uuid]);
    const answer: Step = await life.step(who, name, { auditId: id, version: 1, ...input });
    const [now] = await casework.behind<{ state: string; version: number }>('select state, version from casework.audit where id = $1', [uuid]);
    if (next && !(act === 'start' && state === AuditState.ALLOCATED)) {
      expect(answer.audit).toMatchObject({ state: next, version: 2 });
      expect(now).toEqual({ state: next, version: 2 });
    } else {
      // A worker does not see the audit while it is being done, so that for them it is not there.
      expect(['AuditStateWrong', 'NotFound', 'AuditChecklistMissing']).toContain(answer.__typename);
      expect(now).toEqual(before[0]);
    }
  });

  it('lead nowhere but along the table, whatever is tried in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { minLength: 3, maxLength: 12 }), async (tried) => {
        const { id } = await life.allocated(child);
        let state = AuditState.ALLOCATED;
        let version = 1;
        for (const act of tried) {
          const [who, name, input] = steps(casework)[act];
          const answer = await life.step(who, name, { auditId: id, version, ...input, idempotencyKey: key() });
          if (answer.audit) {
            expect(answer.audit.state).toBe(after(act, state));
            expect(answer.audit.version).toBe(version + 1);
            ({ state, version } = answer.audit as { state: AuditState; version: number });
          }
        }
        const { data } = await casework.ask(casework.qpa, 'query Q($id: ID!) { audit(id: $id) { state version } }', { id });
        expect(data.audit).toEqual({ state, version });
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

const ANSWERED = `
  insert into casework.audit_answer (audit_id, question_key, grade, rag, choice, scale, text)
  select $1, a."questionKey", a.grade, a.rag, a.choice, a.scale, a.text
  from json_to_recordset($2::text::json) as a("questionKey" text, grade text, rag text, choice text, scale int, text text)`;
