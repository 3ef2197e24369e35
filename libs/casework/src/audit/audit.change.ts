import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, refuse, uuidOf } from '@qaf/graph';
import { AuditRow } from './audit.entity';
import { after, type AuditAct, type AuditState } from './audit.state';

/** An audit held for one act: nobody else changes it until the transaction ends. */
export interface AuditInHand {
  audit: AuditRow;
  /** The state that the act leads to. */
  next: AuditState;
}

/** Takes the audit in hand for an act, or refuses: not there for the viewer, stale, or not in a state for it. */
export async function auditFor(tx: CommandTransaction, act: AuditAct, input: { auditId: string; version: number }): Promise<AuditInHand> {
  const id = uuidOf('Audit', input.auditId);
  const audit = id ? await tx.manager.getRepository(AuditRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!audit) throw notFound(['auditId'], 'audit');
  mustBeCurrent('Audit', audit.version, input.version);
  const next = after(act, audit.state);
  if (!next) throw refuse('AuditStateWrong', `An audit that is ${said(audit.state)} is past or before this step.`, ['auditId']);
  return { audit, next };
}

/** Writes the change under the next version, and says who is concerned in the access record. */
export async function changeAudit(tx: CommandTransaction, audit: AuditRow, action: string, values: Partial<AuditRow>): Promise<void> {
  const written = await tx.manager.getRepository(AuditRow).update({ id: audit.id }, { ...values, version: audit.version + 1 });
  if (written.affected !== 1) throw notFound(['auditId'], 'audit');
  tx.changed('Audit', [audit.id], action);
}

/** The step is the auditor's own. */
export function mustBeAuditor(tx: CommandTransaction, audit: AuditRow): void {
  if (audit.auditorId !== tx.viewer.workerId) throw refuse('AuditNotYours', 'Only the auditor to whom it is allocated can do this.', ['auditId']);
}

function said(state: AuditState): string {
  return state.toLowerCase().replace('_', ' ');
}
