import { todayInLondon } from '@qaf/calendar';
import { datedKey } from '@qaf/database';
import { connectionOf, Does, type GraphContext, listPage, LocalDate, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { serviceById } from '../service/service.queries';
import { Service } from '../service/service.type';
import { teamById } from '../team/team.queries';
import { Team } from '../team/team.type';
import { codeByName } from '../workforce-code/workforce-code.queries';
import { WorkforceCode } from '../workforce-code/workforce-code.type';
import { PostFilter, PostOrder } from './post.inputs';
import { postById, POSTS, vacancyOfPost, vacantOn } from './post.queries';
import { Post } from './post.type';

const PostConnection = connectionOf(() => Post, 'Post', 'posts');
const AS_OF = { nullable: true, description: 'The day asked about; today when left out.' } as const;

@Resolver(() => Post)
export class PostResolver {
  @Query(() => PostConnection, { description: 'The posts that are open on a day, by number unless asked otherwise.' })
  @Does('post.read')
  async posts(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PostFilter, { nullable: true, description: 'Narrows the list.' }) filter?: PostFilter,
    @Arg('orderBy', () => PostOrder, { defaultValue: PostOrder.REFERENCE, description: 'The order of the list.' }) orderBy?: PostOrder,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ): Promise<Page<Post>> {
    return listPage(unit, POSTS, { page, orderBy: orderBy ?? PostOrder.REFERENCE, where: chosen(filter ?? {}, asOf ?? todayInLondon(now)) });
  }

  @Query(() => Post, { nullable: true, description: 'One post, or null.' })
  @Does('post.read')
  async post(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The post’s id.' }) id: string): Promise<Post | null> {
    const uuid = uuidOf('Post', id);
    return uuid ? unit.load(postById, uuid) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that the post is in; null for one above the teams.' })
  async team(@Root() post: Post, @Ctx() { unit }: GraphContext): Promise<Team | null> {
    return post.teamId ? unit.load(teamById, post.teamId) : null;
  }

  @FieldResolver(() => Service, { nullable: true, description: 'The service that the post is in; null for one above the services.' })
  async service(@Root() post: Post, @Ctx() { unit }: GraphContext): Promise<Service | null> {
    return post.serviceId ? unit.load(serviceById, post.serviceId) : null;
  }

  @FieldResolver(() => WorkforceCode, { nullable: true, description: 'Its role in the workforce return.' })
  async role(@Root() post: Post, @Ctx() { unit }: GraphContext): Promise<WorkforceCode | null> {
    return (await unit.load(codeByName, `RETURN_ROLE ${post.roleCode}`))[0] ?? null;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether no employed person is in it on a day: an agency’s worker, or somebody acting up into it, leaves it vacant. Null for a day on which it is not open.' })
  async vacant(@Root() post: Post, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<boolean | null> {
    return (await unit.load(vacancyOfPost, datedKey(post.id, asOf ?? todayInLondon(now))))[0]?.vacant ?? null;
  }
}

function chosen(filter: PostFilter, day: string): Where {
  const where = new Where().and('p.valid_from <= ?::date and (p.valid_to is null or ?::date < p.valid_to)', day, day);
  if (filter.teamId != null) where.and('p.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  if (filter.serviceId != null) where.and('p.service_id = ?::uuid', uuidOf('Service', filter.serviceId));
  where.given(filter.roleCode, 'p.role_code = ?');
  if (filter.vacant != null) where.and(`(${vacantOn('p', '?::date')}) = ?`, day, day, filter.vacant);
  return where;
}
