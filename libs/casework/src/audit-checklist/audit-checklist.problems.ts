import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditChecklistIncomplete', { implements: Problem, description: 'An item of the checklist has no answer, or more than one; the message names it.', simpleResolvers: true })
export class AuditChecklistIncomplete extends Problem {}

@ObjectType('AuditChecklistMissing', { implements: Problem, description: 'The practitioner has not completed the checklist yet; the audit begins after it.', simpleResolvers: true })
export class AuditChecklistMissing extends Problem {}
