import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { refuse, type Success } from '@qaf/graph';
import { auditFor, changeAudit, mustBeAuditor } from '../audit/audit.change';
import type { AuditRow } from '../audit/audit.entity';
import { AuditState } from '../audit/audit.state';
import { mustBePaired } from '../audit-allocation/audit-allocation.service';
import type { CompleteAuditChecklistInput, StartAuditInput } from './audit-checklist.inputs';
import { checklistFault } from './audit-checklist.rules';

/** The practitioner, or somebody in their line for them, says what is on the file. */
export async function completeAuditChecklist(tx: CommandTransaction, input: CompleteAuditChecklistInput, now: Date): Promise<Success> {
  const { audit, next } = await auditFor(tx, 'completeChecklist', input);
  mustBePractitioner(tx, audit);
  const items = await tx.query<{ key: string }>('select key from audit_checklist_item where version_id = $1', [audit.toolVersionId]);
  const fault = checklistFault(items.map((item) => item.key), input.answers);
  if (fault) throw fault;
  const checklist = input.answers.map(({ key, choice }) => ({ key, choice }));
  await changeAudit(tx, audit, 'completeAuditChecklist', { state: next, checklist, checklistDoneOn: todayInLondon(now), checklistDoneBy: tx.viewer.workerId });
  return { __typename: 'CompleteAuditChecklistSuccess', auditId: audit.id };
}

/** The auditor begins: after the checklist, or at once where no worker holds the case who could complete one. */
export async function startAudit(tx: CommandTransaction, input: StartAuditInput, now: Date): Promise<Success> {
  const { audit, next } = await auditFor(tx, 'start', input);
  mustBeAuditor(tx, audit);
  await mustBePaired(tx, audit, todayInLondon(now), ['auditId']);
  if (audit.state === AuditState.ALLOCATED && audit.workerId !== null) throw refuse('AuditChecklistMissing', 'The practitioner has not completed the checklist yet.', ['auditId']);
  await changeAudit(tx, audit, 'startAudit', { state: next });
  return { __typename: 'StartAuditSuccess', auditId: audit.id };
}

function mustBePractitioner(tx: CommandTransaction, audit: AuditRow): void {
  const { workerId, workers, teams } = tx.viewer;
  const own = workerId !== null && workerId === audit.workerId;
  const above = (audit.workerId !== null && workers.includes(audit.workerId)) || (audit.teamId !== null && teams.includes(audit.teamId));
  if (!own && !(above && workerId !== audit.auditorId)) throw refuse('AuditNotYours', 'The checklist is for the practitioner, or their manager in their place.', ['auditId']);
}
