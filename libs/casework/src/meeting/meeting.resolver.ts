import { connectionOf, type GraphContext, listUnder, type Page, PageArgs, Text, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { MEETINGS } from './meeting.queries';
import { CaseMeeting } from './meeting.type';

export const CaseMeetingConnection = connectionOf(() => CaseMeeting, 'CaseMeeting', 'reviews and conferences');

@Resolver(() => Child)
export class ChildReviewResolver {
  @FieldResolver(() => CaseMeetingConnection, { nullable: true, description: 'The child’s looked-after reviews and child protection conferences, newest first.' })
  async reviews(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => Text, { nullable: true, description: 'LAC_REVIEW or CP_CONFERENCE alone.' }) kind?: string,
  ): Promise<Page<CaseMeeting>> {
    return listUnder(unit, MEETINGS, 'child', child.id, { page, orderBy: 'NEWEST', where: new Where().given(kind, 'm.kind = ?') });
  }
}
