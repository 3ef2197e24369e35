import type { Slice } from '@qaf/graph';
import { AuditToolPublicationResolver } from './publication.resolver';

export const auditToolPublicationSlice: Slice = { resolvers: [AuditToolPublicationResolver] };
