import type { GraphContext } from '@qaf/graph';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { actionById } from './action.queries';
import { Action } from './action.type';

/** The success of one command on actions: the action as it stands after it. */
export function actionSuccess(name: string, what: string) {
  @ObjectType(name, { description: what, simpleResolvers: true })
  class Success {
    actionId!: string;

    @Field(() => Action, { nullable: true, description: 'The action as it stands now; null where the caller does not see it.' })
    action(@Ctx() { unit }: GraphContext): Promise<Action | null> {
      return unit.load(actionById, this.actionId);
    }
  }
  return Success;
}
