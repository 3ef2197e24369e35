import { type GraphContext, type Page, PageArgs } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionFilter, ActionOrder } from '../action/action.inputs';
import { ActionConnection, actionsUnder, FILTER, ORDER } from '../action/action.lists';
import type { Action } from '../action/action.type';
import { RagForm } from './rag-form.type';

@Resolver(() => RagForm)
export class RagFormResolver {
  @FieldResolver(() => ActionConnection, { nullable: true, description: 'Actions that follow from the form, of those that the caller may see.' })
  async actions(
    @Root() form: RagForm,
    @Ctx() context: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ActionFilter, FILTER) filter?: ActionFilter,
    @Arg('orderBy', () => ActionOrder, ORDER) orderBy?: ActionOrder,
  ): Promise<Page<Action>> {
    return actionsUnder(context, 'audit', form.id, { page, filter, orderBy });
  }
}
