import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('UnmatchedNameVersionStale', { implements: Problem, description: 'Somebody resolved the name, or an import counted it anew, since it was read.', simpleResolvers: true })
export class UnmatchedNameVersionStale extends VersionStale {}
