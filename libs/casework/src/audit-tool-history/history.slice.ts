import type { Slice } from '@qaf/graph';
import { AuditToolHistoryResolver } from './history.resolver';

export const auditToolHistorySlice: Slice = { resolvers: [AuditToolHistoryResolver] };
