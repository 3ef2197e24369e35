import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditAnswersMissing', { implements: Problem, description: 'Questions that must be answered are not; the message names the first of them by key.', simpleResolvers: true })
export class AuditAnswersMissing extends Problem {}

@ObjectType('AuditModeratorIsAuditor', { implements: Problem, description: 'The viewer is the audit’s auditor or the worker whose case it is. Another person moderates.', simpleResolvers: true })
export class AuditModeratorIsAuditor extends Problem {}

@ObjectType('AuditEvidenceMissing', { implements: Problem, description: 'An answer must name in its comment where on the file it can be seen, and does not; the message names the question by key.', simpleResolvers: true })
export class AuditEvidenceMissing extends Problem {}
