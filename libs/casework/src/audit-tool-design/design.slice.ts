import type { Slice } from '@qaf/graph';
import { AuditToolDesignResolver } from './design.resolver';
import { AuditQuestionDesignResolver } from './design-questions.resolver';

export const auditToolDesignSlice: Slice = { resolvers: [AuditToolDesignResolver, AuditQuestionDesignResolver], onRecord: { open: ['AuditSection'] } };
