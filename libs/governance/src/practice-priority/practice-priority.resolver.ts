import { businessYearOf, todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, type Page, PageArgs, Text } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ActionFilter, ActionOrder } from '../action/action.inputs';
import { ActionConnection, actionsUnder, FILTER, ORDER } from '../action/action.lists';
import type { Action } from '../action/action.type';
import { businessYearByCode } from '../business-year/business-year.queries';
import { BusinessYear } from '../business-year/business-year.type';
import { prioritiesOfYear, priorityByCode } from './practice-priority.queries';
import { PracticePriority } from './practice-priority.type';

@Resolver(() => PracticePriority)
export class PracticePriorityResolver {
  @Query(() => [PracticePriority], { description: 'The practice priorities in force in a business year, in their order: those set for it, or else those last set before it.' })
  @Does('priority.read')
  async practicePriorities(
    @Ctx() { unit, now }: GraphContext,
    @Arg('businessYear', () => Text, { nullable: true, description: 'Code of the year, such as `2018-19`; the current one when left out.' }) businessYear?: string,
  ): Promise<PracticePriority[]> {
    return unit.load(prioritiesOfYear, businessYear ?? businessYearOf(todayInLondon(now)).code);
  }

  @Query(() => PracticePriority, { nullable: true, description: 'One practice priority, or null.' })
  @Does('priority.read')
  async practicePriority(@Ctx() { unit }: GraphContext, @Arg('code', () => Text, { description: 'The priority’s code.' }) code: string): Promise<PracticePriority | null> {
    return (await unit.load(priorityByCode, code))[0] ?? null;
  }

  @FieldResolver(() => BusinessYear, { nullable: true, description: 'The business year it was set for; it stays in force until others are set.' })
  async businessYear(@Root() priority: PracticePriority, @Ctx() { unit }: GraphContext): Promise<BusinessYear | null> {
    return priority.businessYearCode ? ((await unit.load(businessYearByCode, priority.businessYearCode))[0] ?? null) : null;
  }

  @FieldResolver(() => ActionConnection, { nullable: true, description: 'Actions that serve this priority, of those that the caller may see.' })
  async actions(
    @Root() priority: PracticePriority,
    @Ctx() context: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, FILTER) filter?: ActionFilter,
    @Arg('orderBy', () => ActionOrder, ORDER) orderBy?: ActionOrder,
  ): Promise<Page<Action>> {
    return actionsUnder(context, 'priority', priority.id, { page, filter, orderBy });
  }
}
