import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('InvitationVersionStale', { implements: Problem, description: 'Somebody gave or changed the invitation since the caller read it.', simpleResolvers: true })
export class InvitationVersionStale extends VersionStale {}

@ObjectType('InvitationLinkLimitReached', {
  implements: Problem,
  description: 'Three links were made for this invitation already. More would let one person’s answers count too often.',
  simpleResolvers: true,
})
export class InvitationLinkLimitReached extends Problem {}

@ObjectType('InvitationGiven', { implements: Problem, description: 'The questionnaire was given to this person: it cannot be noted as never offered.', simpleResolvers: true })
export class InvitationGiven extends Problem {}
