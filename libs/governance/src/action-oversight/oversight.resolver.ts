import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  ActionAtHighestLevel,
  ActionFollowsInadequate,
  ActionInWrongState,
  ActionNotYours,
  ActionOutOfReach,
  ActionVerifierIsOwner,
  ActionVersionStale,
  ActionWorkerHasLeft,
} from '../action/action.problems';
import { actionSuccess } from '../action/action.success';
import { CancelActionInput, ChangeActionDueDateInput, ChangeActionOwnerInput, EscalateActionInput } from './oversight.inputs';
import { cancelAction, changeActionDueDate, changeActionOwner, escalateAction } from './oversight.service';

const PROBLEMS = [ActionVersionStale, ActionInWrongState, ActionNotYours];

const ChangeActionOwnerSuccess = actionSuccess('ChangeActionOwnerSuccess', 'The action is for somebody else now.');
const ChangeActionDueDateSuccess = actionSuccess('ChangeActionDueDateSuccess', 'The action is due on another day.');
const EscalateActionSuccess = actionSuccess('EscalateActionSuccess', 'The action is raised by one level.');
const CancelActionSuccess = actionSuccess('CancelActionSuccess', 'The action is cancelled.');

const ChangeActionOwnerResult = resultOf('ChangeActionOwnerResult', ChangeActionOwnerSuccess, [...PROBLEMS, ActionVerifierIsOwner, ActionWorkerHasLeft, ActionOutOfReach]);
const ChangeActionDueDateResult = resultOf('ChangeActionDueDateResult', ChangeActionDueDateSuccess, PROBLEMS);
const EscalateActionResult = resultOf('EscalateActionResult', EscalateActionSuccess, [...PROBLEMS, ActionAtHighestLevel]);
const CancelActionResult = resultOf('CancelActionResult', CancelActionSuccess, [...PROBLEMS, ActionFollowsInadequate]);

@Resolver()
export class OversightResolver {
  @Mutation(() => ChangeActionOwnerResult, { description: 'Hands an action to another owner, deputy or verifier. For its verifier, the line of management and quality; not for the one who owes it.' })
  @Does('action.update')
  async changeActionOwner(
    @Ctx() context: GraphContext,
    @Arg('input', () => ChangeActionOwnerInput, { description: 'The people.' }) input: ChangeActionOwnerInput,
  ): Promise<object> {
    return command(context, 'changeActionOwner', input, (tx) => changeActionOwner(tx, input, context.now));
  }

  @Mutation(() => ChangeActionDueDateResult, { description: 'Moves an action’s due date. For its verifier, the line of management and quality; not for the one who owes it.' })
  @Does('action.update')
  async changeActionDueDate(
    @Ctx() context: GraphContext,
    @Arg('input', () => ChangeActionDueDateInput, { description: 'The day and the reason.' }) input: ChangeActionDueDateInput,
  ): Promise<object> {
    return command(context, 'changeActionDueDate', input, (tx) => changeActionDueDate(tx, input, context.now));
  }

  @Mutation(() => EscalateActionResult, { description: 'Raises an action by one level. For everyone who has a part in it or stands above it.' })
  @Does('action.update')
  async escalateAction(@Ctx() context: GraphContext, @Arg('input', () => EscalateActionInput, { description: 'The reason.' }) input: EscalateActionInput): Promise<object> {
    return command(context, 'escalateAction', input, (tx) => escalateAction(tx, input, context.now));
  }

  @Mutation(() => CancelActionResult, { description: 'Cancels an action. For its verifier, the line of management and quality; not for the one who owes it.' })
  @Does('action.update')
  async cancelAction(@Ctx() context: GraphContext, @Arg('input', () => CancelActionInput, { description: 'The reason.' }) input: CancelActionInput): Promise<object> {
    return command(context, 'cancelAction', input, (tx) => cancelAction(tx, input, context.now));
  }
}
