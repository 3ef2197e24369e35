import { ENGLAND, todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, LocalDate, type Page, PageArgs, uuidOf } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { stepsOfAction } from '../action-step/action-step.queries';
import { ActionStep } from '../action-step/action-step.type';
import { priorityByCode } from '../practice-priority/practice-priority.queries';
import { PracticePriority } from '../practice-priority/practice-priority.type';
import { themeByCode } from '../theme/theme.queries';
import { Theme } from '../theme/theme.type';
import { placeOfWorker } from '../worker/worker-place.queries';
import { ActionFilter, ActionOrder } from './action.inputs';
import { ActionConnection, actionsPage, FILTER, ORDER } from './action.lists';
import { actionById } from './action.queries';
import { overdueWorkingDays } from './action.rules';
import { Action } from './action.type';

const AS_OF = { nullable: true, description: 'The day asked about; today when left out.' } as const;

@Resolver(() => Action)
export class ActionResolver {
  @Query(() => ActionConnection, { description: 'Actions that the caller may see, those due the earliest first unless asked otherwise.' })
  @Does('action.read')
  async actions(
    @Ctx() context: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, FILTER) filter?: ActionFilter,
    @Arg('orderBy', () => ActionOrder, ORDER) orderBy?: ActionOrder,
  ): Promise<Page<Action>> {
    return actionsPage(context, { page, filter, orderBy });
  }

  @Query(() => Action, { nullable: true, description: 'One action, or null.' })
  @Does('action.read')
  async action(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The action’s id.' }) id: string): Promise<Action | null> {
    const uuid = uuidOf('Action', id);
    return uuid ? unit.load(actionById, uuid) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'By how many working days it was late on a day; 0 while it is in time. The count stands still once it is done or cancelled. Null where the bank holidays are not known.',
  })
  overdueWorkingDays(@Root() action: Action, @Ctx() { now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): number | null {
    const { openedOn, dueOn, doneOn, cancelledOn } = action;
    return openedOn && dueOn ? overdueWorkingDays({ openedOn, dueOn, doneOn, cancelledOn }, asOf ?? todayInLondon(now), ENGLAND) : null;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the owner has left on a day, so that somebody else must take it on.' })
  async ownerHasLeft(@Root() action: Action, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<boolean> {
    const place = action.ownerId ? (await unit.load(placeOfWorker, action.ownerId))[0] : undefined;
    return place?.leftOn != null && place.leftOn < (asOf ?? todayInLondon(now));
  }

  @FieldResolver(() => Theme, { nullable: true, description: 'The learning theme it belongs under; null when none was named.' })
  async theme(@Root() action: Action, @Ctx() { unit }: GraphContext): Promise<Theme | null> {
    return action.themeCode ? ((await unit.load(themeByCode, action.themeCode))[0] ?? null) : null;
  }

  @FieldResolver(() => PracticePriority, { nullable: true, description: 'The practice priority it serves; null when none was named.' })
  async practicePriority(@Root() action: Action, @Ctx() { unit }: GraphContext): Promise<PracticePriority | null> {
    return action.priorityCode ? ((await unit.load(priorityByCode, action.priorityCode))[0] ?? null) : null;
  }

  @FieldResolver(() => [ActionStep], { nullable: true, description: 'What happened to it, in order. Empty for those who follow it without its detail.' })
  async steps(@Root() action: Action, @Ctx() { unit }: GraphContext): Promise<ActionStep[]> {
    return unit.load(stepsOfAction, action.id);
  }
}
