import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('HelpRequestVersionStale', { implements: Problem, description: 'Somebody changed the request since the caller read it.', simpleResolvers: true })
export class HelpRequestVersionStale extends VersionStale {}

@ObjectType('HelpRequestStateWrong', { implements: Problem, description: 'The request is not at that point: it must be taken before it is closed, and what is closed stays so.', simpleResolvers: true })
export class HelpRequestStateWrong extends Problem {}

@ObjectType('HelpLimitReached', { implements: Problem, description: 'Help was asked for three times with this link. The requests are there and are seen to.', simpleResolvers: true })
export class HelpLimitReached extends Problem {}
