import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('AbsenceVersionStale', { implements: Problem, description: 'Somebody changed the absence since the caller read it.', simpleResolvers: true })
export class AbsenceVersionStale extends VersionStale {}

@ObjectType('AbsenceOverlaps', { implements: Problem, description: 'The worker is on record as away at some of that time already.', simpleResolvers: true })
export class AbsenceOverlaps extends Problem {}
