import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('RagFormVersionStale', { implements: Problem, description: 'Somebody changed the form since it was read.', simpleResolvers: true })
export class RagFormVersionStale extends VersionStale {}

@ObjectType('RagFormGiven', { implements: Problem, description: 'The meeting has its form already.', simpleResolvers: true })
export class RagFormGiven extends Problem {}

@ObjectType('RagFormNotYours', { implements: Problem, description: 'The caller may see it, but this is for somebody else to do: the message says for whom.', simpleResolvers: true })
export class RagFormNotYours extends Problem {}

@ObjectType('RagFormSettled', { implements: Problem, description: 'That step was taken already, or the form is resolved; what is on record stays.', simpleResolvers: true })
export class RagFormSettled extends Problem {}
