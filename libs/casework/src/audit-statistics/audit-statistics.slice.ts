import type { Slice } from '@qaf/graph';
import { AuditGradesResolver, PriorityGradesResolver } from './audit-grades.resolver';
import { PublishAuditFiguresResolver } from './publish-audit-figures.resolver';

export const auditStatisticsSlice: Slice = { resolvers: [AuditGradesResolver, PriorityGradesResolver, PublishAuditFiguresResolver] };
