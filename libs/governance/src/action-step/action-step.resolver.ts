import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { ActionStep } from './action-step.type';

@Resolver(() => ActionStep)
export class ActionStepResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'Who did it; null when an event did.' })
  by(@Root() step: ActionStep): Worker | null {
    return step.byId ? { id: step.byId } : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who owned the action from this step on.' })
  owner(@Root() step: ActionStep): Worker | null {
    return step.ownerId ? { id: step.ownerId } : null;
  }
}
