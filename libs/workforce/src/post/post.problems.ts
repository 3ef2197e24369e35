import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('PostVersionStale', { implements: Problem, description: 'Somebody changed the post since the caller read it.', simpleResolvers: true })
export class PostVersionStale extends VersionStale {}

@ObjectType('PostReferenceTaken', { implements: Problem, description: 'Another post has this number.', simpleResolvers: true })
export class PostReferenceTaken extends Problem {}

@ObjectType('PostClosed', { implements: Problem, description: 'The post is not open for the whole of the time asked for.', simpleResolvers: true })
export class PostClosed extends Problem {}

@ObjectType('PostHeld', { implements: Problem, description: 'Somebody is in the post at some time of what is asked for.', simpleResolvers: true })
export class PostHeld extends Problem {}
