import { ENGLAND, todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { publishMany } from '@qaf/record';
import { auditFor, changeAudit } from '../audit/audit.change';
import { leadsAudit } from '../audit-allocation/audit-allocation.rules';
import { mustBePaired } from '../audit-allocation/audit-allocation.service';
import { placeOf } from '../worker-place/worker-place';
import type { ReallocateAuditInput } from './audit-reallocation.inputs';
import { reminderFor } from './reminder.rules';

/** Gives an audit that is not submitted yet to another auditor, with the answers there are; the one before sees neither it nor the child any more by it. */
export async function reallocateAudit(tx: CommandTransaction, input: ReallocateAuditInput, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  if (input.reason === '') throw inputInvalid(['reason'], 'Say why another auditor is to do it.');
  if (input.dueOn != null && input.dueOn < today) throw inputInvalid(['dueOn'], 'An audit cannot be due in the past.');
  const { audit, next } = await auditFor(tx, 'reallocate', input);
  const place = await placeOf(tx, uuidOf('Worker', input.auditorId));
  if (!place) throw notFound(['auditorId'], 'worker');
  const auditorId = place.workerId;
  if (auditorId === audit.auditorId) throw inputInvalid(['auditorId'], 'They are the auditor already.');
  if (!leadsAudit(tx.viewer, audit) || !leadsAudit(tx.viewer, { ...audit, auditorId })) throw refuse('AuditOutsideStream', 'You allocate audits in your own stream alone.', ['auditId']);
  await mustBePaired(tx, { auditorId, workerId: audit.workerId, withWorker: audit.withWorker }, today, ['auditorId']);
  await tx.query('insert into audit_reallocation (audit_id, from_id, to_id, on_day, by_id, reason, position) select $1, $2, $3, $4, $5, $6, count(*) + 1 from audit_reallocation where audit_id = $1', [audit.id, audit.auditorId, auditorId, today, tx.viewer.workerId, input.reason]);
  await changeAudit(tx, audit, 'reallocateAudit', { state: next, auditorId, dueOn: input.dueOn ?? audit.dueOn });
  return { __typename: 'ReallocateAuditSuccess', auditId: audit.id };
}

interface Due {
  id: string;
  auditorId: string;
  workerId: string | null;
  teamId: string | null;
  dueOn: string;
}

/** Reminds of the audits that the viewer leads, once when they are due soon and once when they are overdue, and tells it the others. */
export async function remindAuditors(tx: CommandTransaction, now: Date): Promise<Success> {
  const today = todayInLondon(now);
  const due = await tx.query<Due>(
    `select a.id, a.auditor_id as "auditorId", a.worker_id as "workerId", a.team_id as "teamId", a.due_on::text as "dueOn" from audit a
     where a.state in ('ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS') and a.due_on < $1::date + 20 order by a.due_on, a.id`,
    [today],
  );
  const wanted = due.filter((one) => leadsAudit(tx.viewer, one)).map((one) => ({ ...one, kind: reminderFor(one.dueOn, today, ENGLAND) })).filter((one) => one.kind !== null);
  const kept = await tx.query<{ auditId: string; kind: string }>(
    `insert into audit_reminder (audit_id, auditor_id, kind, due_on, reminded_on) select r.id, r."auditorId", r.kind, r."dueOn", $2
     from json_to_recordset($1::text::json) as r(id uuid, "auditorId" uuid, kind text, "dueOn" date) on conflict (audit_id, auditor_id, kind, due_on) do nothing returning audit_id as "auditId", kind`,
    [JSON.stringify(wanted), today],
  );
  const fresh = new Set(kept.map(({ auditId }) => auditId));
  const told = wanted.filter(({ id }) => fresh.has(id)).map(({ id, auditorId, kind, dueOn }) => ({ type: 'casework.audit.reminded.v1', subject: `audit:${id}`, data: { auditId: id, auditorId, kind, dueOn, remindedOn: today } }));
  await publishMany(tx, 'casework', told);
  tx.changed('Audit', [...fresh], 'remindAuditors');
  return { __typename: 'RemindAuditorsSuccess', reminded: fresh.size };
}
