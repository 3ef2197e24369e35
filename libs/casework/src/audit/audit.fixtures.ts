import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { CHILD_JOURNEY, CHILD_JOURNEY_CHECKLIST } from '../audit-tool/child-journey.reference';
import type { Casework } from '../casework.fixtures';

const PROBLEM = `... on Problem { code message path } ... on AuditVersionStale { currentVersion }`;
const AUDIT = `audit { id state version dueOn period grade computedGrade judgedGrade moderatedGrade limitedBy feedbackGivenOn acknowledgedOn closedOn }`;

/** What a step of the audit's life answers: the audit as it stands, or the problem. */
export interface Step {
  __typename: string;
  code?: string;
  message?: string;
  path?: string[];
  currentVersion?: number;
  audit?: { id: string; state: string; version: number } & Record<string, unknown>;
}

function mutation(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const stale = name === 'allocateAudit' ? PROBLEM.split(' ... on AuditVersionStale')[0] : PROBLEM;
  return `mutation M($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${AUDIT} } ${stale} } }`;
}

export function key(): string {
  return randomUUID();
}

export const CHECKED = CHILD_JOURNEY_CHECKLIST.map((item) => ({ key: item.key, choice: 'YES' }));

/** An answer to every question: the grade for the graded ones, and the best for the rest. */
export function answers(grade: string, more: Record<string, Record<string, unknown>> = {}): Record<string, unknown>[] {
  const value = { GRADE: { grade }, RAG: { rag: 'GREEN' }, YES_NO_NA: { choice: 'YES' }, SCALE: { scale: 7 }, TEXT: { text: 'A plan for the summer.' } };
  return CHILD_JOURNEY.flatMap((section) => section.questions).map((question) => ({ questionKey: question.key, ...(more[question.key] ?? value[question.kind]) }));
}

export const JUDGEMENT = { judgedGrade: 'GOOD', gradeReason: 'The work is sound.', strengths: 'Seen often.', areasToImprove: 'The chronology.', childVoiceEvident: true };

/** Takes audits through their life, one step at a time. */
export class AuditLife {
  constructor(private readonly casework: Casework) {}

  async step(who: Viewer, name: string, input: Record<string, unknown>): Promise<Step> {
    const answer = await this.casework.ask(who, mutation(name), { input: { idempotencyKey: key(), ...input } });
    if (answer.errors.length > 0) throw new Error(answer.errors.map((error) => `${error.extensions?.code}: ${error.message}`).join('; '));
    return answer.data[name] as Step;
  }

  allocate(childId: string, more: Record<string, unknown> = {}, who = this.casework.qpa): Promise<Step> {
    const auditor = globalId('Worker', this.casework.southManager.personId);
    return this.step(who, 'allocateAudit', { childId: globalId('Child', childId), auditorId: auditor, toolCode: 'child-journey', dueOn: '2026-04-01', ...more });
  }

  async allocated(childId: string, more: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
    return done(await this.allocate(childId, more));
  }

  async started(childId: string): Promise<{ id: string; version: number }> {
    const audit = await this.allocated(childId);
    const checked = done(await this.step(this.casework.worker, 'completeAuditChecklist', { auditId: audit.id, version: audit.version, answers: CHECKED }));
    return done(await this.step(this.casework.southManager, 'startAudit', { auditId: audit.id, version: checked.version }));
  }

  async submitted(childId: string, grade = 'GOOD'): Promise<{ id: string; version: number }> {
    const audit = await this.started(childId);
    const answered = done(await this.step(this.casework.southManager, 'saveAuditAnswers', { auditId: audit.id, version: audit.version, answers: answers(grade) }));
    return done(await this.step(this.casework.southManager, 'submitAudit', { auditId: audit.id, version: answered.version, ...JUDGEMENT, judgedGrade: grade }));
  }

  async acknowledged(childId: string, grade = 'GOOD'): Promise<{ id: string; version: number }> {
    const audit = await this.submitted(childId, grade);
    const given = done(await this.step(this.casework.southManager, 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn: '2026-03-18' }));
    return done(await this.step(this.casework.worker, 'acknowledgeAudit', { auditId: audit.id, version: given.version }));
  }
}

/** The audit after a step that was taken; a step that was refused is a fault of the test. */
export function done(step: Step): { id: string; version: number } & Record<string, unknown> {
  if (!step.audit) throw new Error(`The step was refused: ${step.code} ${step.message}`);
  return step.audit;
}
