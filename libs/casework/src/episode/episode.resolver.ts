import { connectionOf, type GraphContext, listUnder, type Page, PageArgs, Text, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { EPISODES } from './episode.queries';
import { Episode } from './episode.type';

const EpisodeConnection = connectionOf(() => Episode, 'Episode', 'episodes');

@Resolver(() => Child)
export class ChildEpisodeResolver {
  @FieldResolver(() => EpisodeConnection, { nullable: true, description: 'The child’s journey, newest first.' })
  async episodes(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => Text, { nullable: true, description: 'Of this kind alone, such as `CP`.' }) kind?: string,
    @Arg('open', () => Boolean, { nullable: true, description: 'True for open episodes alone, false for ended ones.' }) open?: boolean,
  ): Promise<Page<Episode>> {
    const where = new Where().given(kind, 'e.kind = ?').given(open, '(e.ended_on is null) = ?');
    return listUnder(unit, EPISODES, 'child', child.id, { page, orderBy: 'NEWEST', where });
  }
}
