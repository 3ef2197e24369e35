import { connectionOf, Does, type GraphContext, listPage, type ListDefinition, type Page, PageArgs } from '@qaf/graph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { AccessNotice, EmergencyAccess } from './access-notice.type';

const AccessNoticeConnection = connectionOf(() => AccessNotice, 'AccessNotice', 'notices of access');

const ACCESS_NOTICES: ListDefinition<AccessNotice> = {
  name: 'accessNotices',
  columns: 'n.id, n.granted_at as "grantedAt", n.until, n.worker_id as "workerId"',
  from: 'access_notice n',
  id: 'n.id',
  orders: { NEWEST: { terms: [{ sql: 'n.granted_at', type: 'timestamptz' }], descending: true } },
  entity: 'AccessNotice',
};

@Resolver(() => AccessNotice)
export class AccessNoticeResolver {
  @Query(() => AccessNoticeConnection, { description: 'Who saw a child beyond their rows in an emergency, the latest first. For the information governance officer.' })
  @Does('access-notice.read')
  async accessNotices(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<AccessNotice>> {
    return listPage(unit, ACCESS_NOTICES, { page, orderBy: 'NEWEST' });
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who saw the child.' })
  worker(@Root() notice: AccessNotice): Worker | null {
    return notice.workerId ? { id: notice.workerId } : null;
  }

  @FieldResolver(() => EmergencyAccess, { nullable: true, description: 'What was granted, and why.' })
  access(@Root() notice: AccessNotice): EmergencyAccess | null {
    return { id: notice.id };
  }
}
