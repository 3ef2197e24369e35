import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AuditScheduleVersionStale', { implements: Problem, description: 'Somebody changed the schedule since it was read.', simpleResolvers: true })
export class AuditScheduleVersionStale extends VersionStale {}

@ObjectType('AuditScheduleOverlaps', { implements: Problem, description: 'Another schedule of the role, the tool and the kind begins on that day or later. End that one first.', simpleResolvers: true })
export class AuditScheduleOverlaps extends Problem {}
