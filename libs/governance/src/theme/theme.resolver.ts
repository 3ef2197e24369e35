import { todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, LocalDate, type Page, PageArgs, Text } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ActionFilter, ActionOrder } from '../action/action.inputs';
import { ActionConnection, actionsUnder, FILTER, ORDER } from '../action/action.lists';
import type { Action } from '../action/action.type';
import { themeByCode, themesOn } from './theme.queries';
import { Theme } from './theme.type';

@Resolver(() => Theme)
export class ThemeResolver {
  @Query(() => [Theme], { description: 'The learning themes in use on a day, by title.' })
  @Does('theme.read')
  async themes(
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Theme[]> {
    return unit.load(themesOn, asOf ?? todayInLondon(now));
  }

  @Query(() => Theme, { nullable: true, description: 'One learning theme, or null.' })
  @Does('theme.read')
  async theme(@Ctx() { unit }: GraphContext, @Arg('code', () => Text, { description: 'The theme’s code.' }) code: string): Promise<Theme | null> {
    return (await unit.load(themeByCode, code))[0] ?? null;
  }

  @FieldResolver(() => ActionConnection, { nullable: true, description: 'Actions under this theme, of those that the caller may see.' })
  async actions(
    @Root() theme: Theme,
    @Ctx() context: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, FILTER) filter?: ActionFilter,
    @Arg('orderBy', () => ActionOrder, ORDER) orderBy?: ActionOrder,
  ): Promise<Page<Action>> {
    return actionsUnder(context, 'theme', theme.id, { page, filter, orderBy });
  }
}
