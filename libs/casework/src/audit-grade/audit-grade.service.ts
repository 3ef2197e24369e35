import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { publish } from '@qaf/record';
import { auditFor, changeAudit, mustBeAuditor } from '../audit/audit.change';
import type { AuditRow } from '../audit/audit.entity';
import { leadsAudit } from '../audit-allocation/audit-allocation.rules';
import { mustBePaired } from '../audit-allocation/audit-allocation.service';
import type { ModerateAuditInput, SubmitAuditInput } from './audit-grade.inputs';
import { gradedAnswers } from './audit-grade.answers';
import { computedGrade } from './audit-grade.rules';
import { priorityGrades } from './priority-grade.rules';

/** Ends the auditor's work with a grade of their own beside the computed one, and tells the others. */
export async function submitAudit(tx: CommandTransaction, input: SubmitAuditInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  mustBeSaid(input, ['gradeReason', 'strengths', 'areasToImprove']);
  const { audit, next } = await auditFor(tx, 'submit', input);
  mustBeAuditor(tx, audit);
  await mustBePaired(tx, audit, today, ['auditId']);
  const answered = await gradedAnswers(tx, audit);
  const { grade, limitedBy } = computedGrade(answered);
  const { judgedGrade, gradeReason, strengths, areasToImprove, childVoiceEvident } = input;
  const judged = { judgedGrade, gradeReason, strengths, areasToImprove, childVoiceEvident };
  await changeAudit(tx, audit, 'submitAudit', { state: next, computedGrade: grade, limitedBy, priorityGrades: priorityGrades(answered), ...judged, submittedOn: today });
  await publish(tx, 'casework', {
    type: 'casework.audit.submitted.v1',
    subject: `audit:${audit.id}`,
    data: { ...concerned(audit), grade: judgedGrade, submittedOn: today },
  });
  return { __typename: 'SubmitAuditSuccess', auditId: audit.id };
}

/** Grades the audit a second time; from then on that grade counts. */
export async function moderateAudit(tx: CommandTransaction, input: ModerateAuditInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  mustBeSaid(input, ['moderationReason']);
  const { audit, next } = await auditFor(tx, 'moderate', input);
  const me = tx.viewer.workerId;
  if (me === audit.auditorId || me === audit.workerId) throw refuse('AuditModeratorIsAuditor', 'Somebody else moderates this audit.', ['auditId']);
  if (!me || !leadsAudit(tx.viewer, audit)) throw refuse('AuditNotYours', 'You moderate audits in your own stream alone.', ['auditId']);
  const { moderatedGrade, moderationReason } = input;
  await changeAudit(tx, audit, 'moderateAudit', { state: next, moderatorId: me, moderatedGrade, moderationReason, moderatedOn: today });
  await publish(tx, 'casework', {
    type: 'casework.audit.moderated.v1',
    subject: `audit:${audit.id}`,
    data: { ...concerned(audit), moderatorId: me, grade: moderatedGrade, moderatedOn: today },
  });
  return { __typename: 'ModerateAuditSuccess', auditId: audit.id };
}

function concerned(audit: AuditRow): { auditId: string; childId: string; workerId: string | null; teamId: string | null; auditorId: string } {
  return { auditId: audit.id, childId: audit.childId, workerId: audit.workerId, teamId: audit.teamId, auditorId: audit.auditorId };
}

function mustBeSaid<Input extends object>(input: Input, fields: (keyof Input & string)[]): void {
  const empty = fields.find((field) => input[field] === '');
  if (empty) throw inputInvalid([empty], 'Say something here: it is part of the audit.');
}
