import { ENGLAND } from '@qaf/calendar';
import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, Refusal, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { AskForHelpInput, CloseHelpRequestInput, TakeHelpRequestInput } from './help-request.inputs';
import { HELP_REQUESTS, helpRequestById } from './help-request.queries';
import { AskForHelpResult, CloseHelpRequestResult, CloseHelpRequestSuccess, TakeHelpRequestResult, TakeHelpRequestSuccess } from './help-request.results';
import { askForHelp, closeHelpRequest, takeHelpRequest } from './help-request.service';
import { HelpRequestState } from './help-request.state';
import { HelpRequest } from './help-request.type';
import { workingDaysWaited } from './waiting.rules';

export const HelpRequestConnection = connectionOf(() => HelpRequest, 'HelpRequest', 'requests for help');
const REQUEST = { nullable: true, description: 'The request as it stands now.' } as const;

@Resolver(() => HelpRequest)
export class HelpRequestResolver {
  @Query(() => HelpRequestConnection, { description: 'Who said that they need help, those who wait longest first. For the Compass service manager and the PSW.' })
  @Does('help.answer')
  async helpRequests(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => HelpRequestState, { nullable: true, description: 'Only those in this state; all when left out.' }) state?: HelpRequestState,
    @Arg('open', () => Boolean, { nullable: true, description: 'True for those that are not closed, false for those that are; all when left out. `totalCount` says how many.' }) open?: boolean,
  ): Promise<Page<HelpRequest>> {
    const where = new Where().given(state, 'h.state = ?');
    if (open != null) where.and(open ? `h.state <> 'CLOSED'` : `h.state = 'CLOSED'`);
    return listPage(unit, HELP_REQUESTS, { page, orderBy: 'OLDEST', where });
  }

  /** Not a command of the log, as answering is not: whoever asks has no login. */
  @Mutation(() => AskForHelpResult, {
    description: 'Says who somebody is, so that a person can help; needs a questionnaire’s link and no login. Offer it from the start and again where an answer asked for help. What was answered stays apart and nameless.',
  })
  @Does('help.ask')
  async askForHelp(@Ctx() { unit, now }: GraphContext, @Arg('input', () => AskForHelpInput, { description: 'Who, and how to reach them.' }) input: AskForHelpInput): Promise<object> {
    try {
      return await unit.command((tx) => askForHelp(tx, input, now));
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many working days after the day on which they asked it waited until somebody took it, or has waited until now; 0 on the day itself. Null where the calendar of holidays does not reach.' })
  waitedWorkingDays(@Root() { askedAt, takenAt }: HelpRequest, @Ctx() { now }: GraphContext): number | null {
    return askedAt && workingDaysWaited({ askedAt, takenAt }, now, ENGLAND);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who sees to it; null until somebody does.' })
  takenBy(@Root() request: HelpRequest): Worker | null {
    return request.takenById ? { id: request.takenById } : null;
  }
}

@Resolver(() => TakeHelpRequestSuccess)
export class TakeHelpRequestResolver {
  @Mutation(() => TakeHelpRequestResult, { description: 'Takes a request: the caller sees to it. Another may take it over.' })
  @Does('help.answer')
  async takeHelpRequest(@Ctx() context: GraphContext, @Arg('input', () => TakeHelpRequestInput, { description: 'The request.' }) input: TakeHelpRequestInput): Promise<object> {
    return command(context, 'takeHelpRequest', input, (tx) => takeHelpRequest(tx, input, context.now));
  }

  @FieldResolver(() => HelpRequest, REQUEST)
  async helpRequest(@Root() success: TakeHelpRequestSuccess, @Ctx() { unit }: GraphContext): Promise<HelpRequest | null> {
    return unit.load(helpRequestById, success.helpRequestId);
  }
}

@Resolver(() => CloseHelpRequestSuccess)
export class CloseHelpRequestResolver {
  @Mutation(() => CloseHelpRequestResult, { description: 'Notes how a request was seen to.' })
  @Does('help.answer')
  async closeHelpRequest(@Ctx() context: GraphContext, @Arg('input', () => CloseHelpRequestInput, { description: 'The request and its outcome.' }) input: CloseHelpRequestInput): Promise<object> {
    return command(context, 'closeHelpRequest', input, (tx) => closeHelpRequest(tx, input, context.now));
  }

  @FieldResolver(() => HelpRequest, REQUEST)
  async helpRequest(@Root() success: CloseHelpRequestSuccess, @Ctx() { unit }: GraphContext): Promise<HelpRequest | null> {
    return unit.load(helpRequestById, success.helpRequestId);
  }
}
