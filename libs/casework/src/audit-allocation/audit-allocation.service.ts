import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { auditFor, changeAudit } from '../audit/audit.change';
import { AuditRow } from '../audit/audit.entity';
import { placeOf } from '../worker-place/worker-place';
import type { AllocateAuditInput, WithdrawAuditInput } from './audit-allocation.inputs';
import { AUDIT_KINDS, isMonth, leadsAudit, pairingFault } from './audit-allocation.rules';

/** Gives an audit to an auditor: from now until thirty days after closure they meet the child. */
export async function allocateAudit(tx: CommandTransaction, input: AllocateAuditInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const asked = checked(input, today);
  const child = await childOf(tx, input.childId);
  const toolVersionId = await versionInUse(tx, input.toolCode, input.pilot ?? false);
  const auditorId = await pairedAuditor(tx, input, child.workerId, today);
  const held = { auditorId, workerId: child.workerId, teamId: child.teamId };
  if (!leadsAudit(tx.viewer, held)) throw refuse('AuditOutsideStream', 'You allocate audits in your own stream alone.', ['childId']);
  const serviceId = (await placeOf(tx, child.workerId))?.serviceId ?? null;
  if (!(await isForService(tx, toolVersionId, serviceId))) throw refuse('AuditToolNotForService', 'The tool is for other services.', ['toolCode']);
  const repository = tx.manager.getRepository(AuditRow);
  const { id } = await repository.save(repository.create({ ...held, ...asked, serviceId, childId: child.id, toolVersionId, allocatedOn: today, withWorker: input.withWorker ?? false }));
  tx.changed('Audit', [id], 'allocateAudit');
  return { __typename: 'AllocateAuditSuccess', auditId: id };
}

/** Ends an audit that was not graded. Its auditor sees the child no longer. */
export async function withdrawAudit(tx: CommandTransaction, input: WithdrawAuditInput): Promise<Success> {
  if (input.reason === '') throw inputInvalid(['reason'], 'Say why the audit is withdrawn.');
  const { audit, next } = await auditFor(tx, 'withdraw', input);
  if (!leadsAudit(tx.viewer, audit)) throw refuse('AuditOutsideStream', 'You withdraw audits in your own stream alone.', ['auditId']);
  await changeAudit(tx, audit, 'withdrawAudit', { state: next, withdrawnReason: input.reason });
  return { __typename: 'WithdrawAuditSuccess', auditId: audit.id };
}

function checked(input: AllocateAuditInput, today: string): { kind: string; period: string; dueOn: string } {
  const kind = input.kind ?? 'CHILD_JOURNEY';
  const period = input.period ?? input.dueOn.slice(0, 7);
  if (!(AUDIT_KINDS as readonly string[]).includes(kind)) throw inputInvalid(['kind'], `The kind is one of ${AUDIT_KINDS.join(', ')}.`);
  if (!isMonth(period)) throw inputInvalid(['period'], 'The period is a month, as YYYY-MM.');
  if (input.dueOn < today) throw inputInvalid(['dueOn'], 'An audit cannot be due in the past.');
  return { kind, period, dueOn: input.dueOn };
}

async function childOf(tx: CommandTransaction, given: string): Promise<{ id: string; workerId: string | null; teamId: string | null }> {
  const id = uuidOf('Child', given);
  const [child] = id
    ? await tx.query<{ id: string; workerId: string | null; teamId: string | null }>(`select id, worker_id as "workerId", team_id as "teamId" from child where id = $1`, [id])
    : [];
  if (!child) throw notFound(['childId'], 'child');
  return child;
}

/** The version that audits are given out on: the one in use, or the pilot. */
export async function versionInUse(tx: CommandTransaction, toolCode: string, pilot: boolean): Promise<string> {
  const [version] = await tx.query<{ id: string }>(
    `select v.id from audit_tool_version v join audit_tool t on t.id = v.tool_id where t.code = $1 and v.state = $2`,
    [toolCode, pilot ? 'PILOT' : 'PUBLISHED'],
  );
  if (!version) throw notFound(['toolCode'], 'audit tool in use');
  return version.id;
}

/** Whether a tool is for the service of the case's worker; for a case that no service holds, every tool is. */
export async function isForService(tx: CommandTransaction, toolVersionId: string, serviceId: string | null): Promise<boolean> {
  const services = await tx.query<{ id: string }>('select service_id as id from audit_tool_service where version_id = $1', [toolVersionId]);
  return services.length === 0 || serviceId === null || services.some(({ id }) => id === serviceId);
}

async function pairedAuditor(tx: CommandTransaction, input: AllocateAuditInput, workerId: string | null, today: string): Promise<string> {
  const auditor = await placeOf(tx, uuidOf('Worker', input.auditorId));
  if (!auditor) throw notFound(['auditorId'], 'worker');
  await mustBePaired(tx, { auditorId: auditor.workerId, workerId, withWorker: input.withWorker ?? false }, today, ['auditorId']);
  return auditor.workerId;
}

/** Refuses an auditor who has left, whose own case it is, or who manages its worker as of now. */
export async function mustBePaired(
  tx: CommandTransaction,
  pair: { auditorId: string; workerId: string | null; withWorker: boolean },
  today: string,
  path: string[],
): Promise<void> {
  const auditor = await placeOf(tx, pair.auditorId);
  const worker = await placeOf(tx, pair.workerId);
  const { auditorId, workerId, withWorker } = pair;
  const fault = pairingFault({ auditorId, workerId, withWorker, auditorLeftOn: auditor?.leftOn ?? null, managerId: worker?.managerId ?? null }, today, path);
  if (fault) throw fault;
}
