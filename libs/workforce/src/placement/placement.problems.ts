import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('WorkerVersionStale', { implements: Problem, description: 'Somebody changed the worker since the caller read it.', simpleResolvers: true })
export class WorkerVersionStale extends VersionStale {}

@ObjectType('WorkerHasLeft', { implements: Problem, description: 'The worker has left; a place cannot be given after the last day.', simpleResolvers: true })
export class WorkerHasLeft extends Problem {}

@ObjectType('ManagementLineCircular', { implements: Problem, description: 'The new manager is below the worker in the line of management.', simpleResolvers: true })
export class ManagementLineCircular extends Problem {}

@ObjectType('WorkerManagesSelf', { implements: Problem, description: 'The manager named is the worker: nobody manages themself.', simpleResolvers: true })
export class WorkerManagesSelf extends Problem {}
