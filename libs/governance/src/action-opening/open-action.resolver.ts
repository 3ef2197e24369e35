import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ActionOutOfReach, ActionVerifierIsOwner, ActionWorkerHasLeft } from '../action/action.problems';
import { actionSuccess } from '../action/action.success';
import { OpenActionInput } from './open-action.inputs';
import { openAction } from './open-action.service';

const OpenActionSuccess = actionSuccess('OpenActionSuccess', 'The action is open.');
const OpenActionResult = resultOf('OpenActionResult', OpenActionSuccess, [ActionVerifierIsOwner, ActionWorkerHasLeft, ActionOutOfReach]);

@Resolver()
export class OpenActionResolver {
  @Mutation(() => OpenActionResult, { description: 'Opens an action: what is to be done, by whom, by when, and what it follows from.' })
  @Does('action.open')
  async openAction(@Ctx() context: GraphContext, @Arg('input', () => OpenActionInput, { description: 'The action.' }) input: OpenActionInput): Promise<object> {
    return command(context, 'openAction', input, (tx) => openAction(tx, input, context.now));
  }
}
