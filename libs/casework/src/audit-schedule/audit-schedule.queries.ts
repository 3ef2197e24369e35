import { rowLoader } from '@qaf/database';
import type { AuditSchedule } from './audit-schedule.type';

export const SCHEDULE_COLUMNS = `s.id, s.role, s.kind, s.times, s.per, s.with_worker as "withWorker", s.source, s.valid_from as "validFrom", s.valid_to as "validTo", s.version, s.tool_id as "toolId"`;

export const auditScheduleById = rowLoader<AuditSchedule>('auditSchedule.byId', (unit, ids) => unit.query(`select ${SCHEDULE_COLUMNS} from audit_schedule s where s.id = any($1::uuid[])`, [ids]));
