import { listLoader } from '@qaf/database';
import type { AuditReallocation, AuditReminder } from './audit-reallocation.type';

export const reallocationsOfAudit = listLoader<AuditReallocation>('auditReallocation.ofAudit', (row) => row.auditId, (unit, ids) =>
  unit.query(
    `select r.audit_id as "auditId", r.on_day as "onDay", r.reason, r.from_id as "fromId", r.to_id as "toId", r.by_id as "byId" from audit_reallocation r
     where r.audit_id = any($1::uuid[]) order by r.audit_id, r.position`,
    [ids],
  ),
);

export const remindersOfAudit = listLoader<AuditReminder>('auditReminder.ofAudit', (row) => row.auditId, (unit, ids) =>
  unit.query(`select r.audit_id as "auditId", r.kind, r.reminded_on as "remindedOn", r.due_on as "dueOn" from audit_reminder r where r.audit_id = any($1::uuid[]) order by r.reminded_on, r.kind`, [ids]),
);
