import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditFeedbackMissing', { implements: Problem, description: 'The worker has not been given feedback yet.', simpleResolvers: true })
export class AuditFeedbackMissing extends Problem {}

@ObjectType('AuditFeedbackGiven', { implements: Problem, description: 'That step was taken already; what is on record stays.', simpleResolvers: true })
export class AuditFeedbackGiven extends Problem {}

@ObjectType('AuditAcknowledgementMissing', { implements: Problem, description: 'The worker has not acknowledged the feedback, and still works here.', simpleResolvers: true })
export class AuditAcknowledgementMissing extends Problem {}

@ObjectType('AuditActionMissing', { implements: Problem, description: 'The grade that counts is inadequate and no action follows from the audit. Open one with the audit as its source first.', simpleResolvers: true })
export class AuditActionMissing extends Problem {}
