import { connectionOf, type GraphContext, listUnder, type Page, PageArgs, Text, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { VISITS } from './visit.queries';
import { Visit } from './visit.type';

const VisitConnection = connectionOf(() => Visit, 'Visit', 'visits');

@Resolver(() => Child)
export class ChildVisitResolver {
  @FieldResolver(() => VisitConnection, { nullable: true, description: 'Statutory visits to the child, newest first.' })
  async visits(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => Text, { nullable: true, description: 'CIN, CP or LAC alone.' }) kind?: string,
  ): Promise<Page<Visit>> {
    return listUnder(unit, VISITS, 'child', child.id, { page, orderBy: 'NEWEST', where: new Where().given(kind, 'v.kind = ?') });
  }
}
