import { command, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ClosePostInput, OpenPostInput } from './post.inputs';
import { postById } from './post.queries';
import { ClosePostResult, ClosePostSuccess, OpenPostResult, OpenPostSuccess } from './post.results';
import { closePost, openPost } from './post.service';
import { Post } from './post.type';

@Resolver(() => OpenPostSuccess)
export class PostChangeResolver {
  @Mutation(() => OpenPostResult, { description: 'Opens a post of the establishment. It is vacant until somebody is appointed or transferred to it.' })
  @Does('post.change')
  async openPost(@Ctx() context: GraphContext, @Arg('input', () => OpenPostInput, { description: 'The post.' }) input: OpenPostInput): Promise<object> {
    return command(context, 'openPost', input, (tx) => openPost(tx, input));
  }

  @Mutation(() => ClosePostResult, { description: 'Ends a post. It stays on record for questions about the past.' })
  @Does('post.change')
  async closePost(@Ctx() context: GraphContext, @Arg('input', () => ClosePostInput, { description: 'The post and its last day.' }) input: ClosePostInput): Promise<object> {
    return command(context, 'closePost', input, (tx) => closePost(tx, input));
  }

  @FieldResolver(() => Post, { nullable: true, description: 'The post as it stands now.' })
  async post(@Root() success: OpenPostSuccess, @Ctx() { unit }: GraphContext): Promise<Post | null> {
    return unit.load(postById, success.postId);
  }
}

@Resolver(() => ClosePostSuccess)
export class ClosedPostResolver {
  @FieldResolver(() => Post, { nullable: true, description: 'The post as it stands now.' })
  async post(@Root() success: ClosePostSuccess, @Ctx() { unit }: GraphContext): Promise<Post | null> {
    return unit.load(postById, success.postId);
  }
}
