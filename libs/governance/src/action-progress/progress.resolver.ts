import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ActionInWrongState, ActionNotYours, ActionVerifierIsOwner, ActionVersionStale } from '../action/action.problems';
import { actionSuccess } from '../action/action.success';
import { CompleteActionInput, ReportActionProgressInput, ReturnActionInput, VerifyActionInput } from './progress.inputs';
import { completeAction, reportActionProgress, returnAction, verifyAction } from './progress.service';

const PROBLEMS = [ActionVersionStale, ActionInWrongState, ActionNotYours];

const ReportActionProgressSuccess = actionSuccess('ReportActionProgressSuccess', 'The progress is on record.');
const CompleteActionSuccess = actionSuccess('CompleteActionSuccess', 'The action is done and waits to be verified.');
const VerifyActionSuccess = actionSuccess('VerifyActionSuccess', 'The action is verified.');
const ReturnActionSuccess = actionSuccess('ReturnActionSuccess', 'The action is back in progress.');

const ReportActionProgressResult = resultOf('ReportActionProgressResult', ReportActionProgressSuccess, PROBLEMS);
const CompleteActionResult = resultOf('CompleteActionResult', CompleteActionSuccess, PROBLEMS);
const VerifyActionResult = resultOf('VerifyActionResult', VerifyActionSuccess, [...PROBLEMS, ActionVerifierIsOwner]);
const ReturnActionResult = resultOf('ReturnActionResult', ReturnActionSuccess, PROBLEMS);

@Resolver()
export class ProgressResolver {
  @Mutation(() => ReportActionProgressResult, { description: 'Reports on an action. For its owner and deputy, those above them, and quality.' })
  @Does('action.update')
  async reportActionProgress(
    @Ctx() context: GraphContext,
    @Arg('input', () => ReportActionProgressInput, { description: 'The report.' }) input: ReportActionProgressInput,
  ): Promise<object> {
    return command(context, 'reportActionProgress', input, (tx) => reportActionProgress(tx, input, context.now));
  }

  @Mutation(() => CompleteActionResult, { description: 'Reports an action done, with its evidence. For its owner and deputy, those above them, and quality.' })
  @Does('action.update')
  async completeAction(@Ctx() context: GraphContext, @Arg('input', () => CompleteActionInput, { description: 'The evidence.' }) input: CompleteActionInput): Promise<object> {
    return command(context, 'completeAction', input, (tx) => completeAction(tx, input, context.now));
  }

  @Mutation(() => VerifyActionResult, { description: 'Verifies an action that is reported done, and closes it. For its verifier, the line of management and quality; never for its owner or deputy.' })
  @Does('action.verify')
  async verifyAction(@Ctx() context: GraphContext, @Arg('input', () => VerifyActionInput, { description: 'What was found.' }) input: VerifyActionInput): Promise<object> {
    return command(context, 'verifyAction', input, (tx) => verifyAction(tx, input, context.now));
  }

  @Mutation(() => ReturnActionResult, { description: 'Sends an action that is reported done back to its owner. For those who could verify it.' })
  @Does('action.verify')
  async returnAction(@Ctx() context: GraphContext, @Arg('input', () => ReturnActionInput, { description: 'What is missing.' }) input: ReturnActionInput): Promise<object> {
    return command(context, 'returnAction', input, (tx) => returnAction(tx, input, context.now));
  }
}
