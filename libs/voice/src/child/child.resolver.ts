import { type GraphContext, listUnder, type Page, PageArgs, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { IDENTIFIED_RESPONSES } from '../identified-response/identified-response.queries';
import { IdentifiedResponseConnection } from '../identified-response/identified-response.resolver';
import type { IdentifiedResponse } from '../identified-response/identified-response.type';
import { InvitationOrder } from '../invitation/invitation.inputs';
import { INVITATIONS } from '../invitation/invitation.queries';
import { InvitationConnection } from '../invitation/invitation.resolver';
import type { Invitation } from '../invitation/invitation.type';
import { ViewsFilter, ViewsOrder } from '../views/views.inputs';
import { VIEWS_RECORDS } from '../views/views.queries';
import { ViewsRecordConnection } from '../views/views.resolver';
import type { ViewsRecord } from '../views/views.type';
import { Child } from './child.type';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => ViewsRecordConnection, { nullable: true, description: 'How the child was heard in visits, reviews, conferences and assessments, the latest first unless asked otherwise.' })
  async views(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ViewsFilter, { nullable: true, description: 'Narrows the list.' }) filter?: ViewsFilter,
    @Arg('orderBy', () => ViewsOrder, { defaultValue: ViewsOrder.NEWEST, description: 'The order of the list.' }) orderBy?: ViewsOrder,
  ): Promise<Page<ViewsRecord>> {
    const where = new Where().given(filter?.occasion, 'w.occasion = ?').given(filter?.from, 'w.on_date >= ?::date').given(filter?.before, 'w.on_date < ?::date');
    return listUnder(unit, VIEWS_RECORDS, 'child', child.id, { page, where, orderBy: orderBy ?? ViewsOrder.NEWEST });
  }

  @FieldResolver(() => InvitationConnection, { nullable: true, description: 'Who of the child’s family was invited to a questionnaire, the latest first unless asked otherwise. It never says who answered.' })
  async invitations(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('orderBy', () => InvitationOrder, { defaultValue: InvitationOrder.NEWEST, description: 'The order of the list.' }) orderBy?: InvitationOrder,
  ): Promise<Page<Invitation>> {
    return listUnder(unit, INVITATIONS, 'child', child.id, { page, orderBy: orderBy ?? InvitationOrder.NEWEST });
  }

  @FieldResolver(() => IdentifiedResponseConnection, { nullable: true, description: 'Answers given with consent to be known, the latest first; only those whose consent reaches the caller.' })
  async identifiedResponses(@Root() child: Child, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<IdentifiedResponse>> {
    return listUnder(unit, IDENTIFIED_RESPONSES, 'child', child.id, { page, orderBy: 'NEWEST' });
  }
}
