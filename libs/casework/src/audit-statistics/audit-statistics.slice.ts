import { type Slice, stub } from '@qaf/graph';
import { Service } from '../service/service.type';
import { AuditGradesResolver, PriorityGradesResolver } from './audit-grades.resolver';
import { PublishAuditFiguresResolver } from './publish-audit-figures.resolver';

export const auditStatisticsSlice: Slice = {
  resolvers: [AuditGradesResolver, PriorityGradesResolver, PublishAuditFiguresResolver],
  types: [Service],
  references: { Service: stub },
  onRecord: { open: ['Service'] },
};
