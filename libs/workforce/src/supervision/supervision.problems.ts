import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('SupervisionVersionStale', { implements: Problem, description: 'Somebody changed the session since the caller read it.', simpleResolvers: true })
export class SupervisionVersionStale extends VersionStale {}

@ObjectType('SupervisionNotPlanned', { implements: Problem, description: 'The session was held or cancelled already; what is on record stays.', simpleResolvers: true })
export class SupervisionNotPlanned extends Problem {}

@ObjectType('SupervisorNotInCharge', {
  implements: Problem,
  description: 'The caller neither supervises this worker nor stands above them in the line of management.',
  simpleResolvers: true,
})
export class SupervisorNotInCharge extends Problem {}
