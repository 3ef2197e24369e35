import type { Slice } from '@qaf/graph';
import { auditScheduleById } from './audit-schedule.queries';
import { AuditScheduleResolver } from './audit-schedule.resolver';

export const auditScheduleSlice: Slice = {
  resolvers: [AuditScheduleResolver],
  references: { AuditSchedule: (unit, id) => unit.load(auditScheduleById, id) },
  onRecord: { open: ['AuditSchedule'] },
};
