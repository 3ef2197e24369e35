import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('ChildVersionStale', { implements: Problem, description: 'The child’s record changed since it was read.', simpleResolvers: true })
export class ChildVersionStale extends VersionStale {}

@ObjectType('ChildLockVersionStale', { implements: Problem, description: 'The lock changed since it was read.', simpleResolvers: true })
export class ChildLockVersionStale extends VersionStale {}

@ObjectType('ChildLocked', { implements: Problem, description: 'The record is locked already. Unlock it, then lock it for others.', simpleResolvers: true })
export class ChildLocked extends Problem {}
