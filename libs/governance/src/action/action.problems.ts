import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('ActionVersionStale', { implements: Problem, description: 'Somebody changed the action since the caller read it.', simpleResolvers: true })
export class ActionVersionStale extends VersionStale {}

@ObjectType('ActionInWrongState', { implements: Problem, description: 'The action’s state does not allow this, such as verifying what nobody has reported done.', simpleResolvers: true })
export class ActionInWrongState extends Problem {}

@ObjectType('ActionNotYours', {
  implements: Problem,
  description: 'The caller sees the action, but this is for somebody else: doing it is for its owner and deputy and those above them; watching over it is for its verifier, the line of management and quality, never for the one who owes it.',
  simpleResolvers: true,
})
export class ActionNotYours extends Problem {}

@ObjectType('ActionVerifierIsOwner', { implements: Problem, description: 'Whoever owns an action, or is its deputy, cannot be the one to verify it.', simpleResolvers: true })
export class ActionVerifierIsOwner extends Problem {}

@ObjectType('ActionWorkerHasLeft', { implements: Problem, description: 'The worker named has left, and cannot own, stand in for or verify an action.', simpleResolvers: true })
export class ActionWorkerHasLeft extends Problem {}

@ObjectType('ActionOutOfReach', { implements: Problem, description: 'This reaches beyond those whose work the caller answers for, or would take the action out of the caller’s sight. Ask somebody further up, or QPA.', simpleResolvers: true })
export class ActionOutOfReach extends Problem {}

@ObjectType('ActionFollowsInadequate', {
  implements: Problem,
  description: 'It is the only action that follows an inadequate grade, and such a grade is never left without one. Open another first.',
  simpleResolvers: true,
})
export class ActionFollowsInadequate extends Problem {}

@ObjectType('ActionAtHighestLevel', { implements: Problem, description: 'The action was raised to the Director already.', simpleResolvers: true })
export class ActionAtHighestLevel extends Problem {}
