import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('IdentifiedResponseVersionStale', { implements: Problem, description: 'Somebody changed the response since the caller read it.', simpleResolvers: true })
export class IdentifiedResponseVersionStale extends VersionStale {}

@ObjectType('IdentifiedResponseNotShared', {
  implements: Problem,
  description: 'The consent does not reach the caller: only the child’s worker and reviewing officer, and those whom the consent names, may hold the answers.',
  simpleResolvers: true,
})
export class IdentifiedResponseNotShared extends Problem {}

@ObjectType('InvitationAnswered', { implements: Problem, description: 'Identified answers to this invitation are on record already.', simpleResolvers: true })
export class InvitationAnswered extends Problem {}

@ObjectType('ConsentWithdrawn', { implements: Problem, description: 'Consent was withdrawn before; the answers are gone.', simpleResolvers: true })
export class ConsentWithdrawn extends Problem {}
