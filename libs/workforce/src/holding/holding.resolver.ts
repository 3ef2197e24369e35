import { todayInLondon } from '@qaf/calendar';
import { datedKey } from '@qaf/database';
import { type GraphContext, LocalDate } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { postById } from '../post/post.queries';
import { Post } from '../post/post.type';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { holdingsOfPost, holdingsOfWorker } from './holding.queries';
import { PostHolding } from './holding.type';

const AS_OF = { nullable: true, description: 'The day asked about; today when left out.' } as const;

@Resolver(() => PostHolding)
export class PostHoldingResolver {
  @FieldResolver(() => Post, { nullable: true, description: 'The post.' })
  async post(@Root() holding: PostHolding, @Ctx() { unit }: GraphContext): Promise<Post | null> {
    return unit.load(postById, holding.postId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who is in it.' })
  async worker(@Root() holding: PostHolding, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return unit.load(workerById, holding.workerId);
  }
}

@Resolver(() => Post)
export class PostHoldersResolver {
  @FieldResolver(() => [PostHolding], { nullable: true, description: 'Who is in the post on a day: its holder, then somebody acting up into it. Empty for a post with nobody in it.' })
  async holders(@Root() post: Post, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<PostHolding[]> {
    return unit.load(holdingsOfPost, datedKey(post.id, asOf ?? todayInLondon(now)));
  }
}

@Resolver(() => Worker)
export class WorkerPostsResolver {
  @FieldResolver(() => [PostHolding], { nullable: true, description: 'The posts that the worker is in on a day: their own, then one that they act up into.' })
  async posts(@Root() worker: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<PostHolding[]> {
    return unit.load(holdingsOfWorker, datedKey(worker.id, asOf ?? todayInLondon(now)));
  }
}
