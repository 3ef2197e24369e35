import type { Slice } from '@qaf/graph';
import { AuditReallocationResolver, AuditReallocationsResolver } from './audit-reallocation.resolver';

export const auditReallocationSlice: Slice = { resolvers: [AuditReallocationsResolver, AuditReallocationResolver] };
