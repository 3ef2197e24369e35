import type { Slice } from '@qaf/graph';
import { holdingChangeResolvers } from '../holding/holding-change.resolver';
import { PostHoldersResolver, PostHoldingResolver, WorkerPostsResolver } from '../holding/holding.resolver';
import { WorkforceCodeResolver } from '../workforce-code/workforce-code.resolver';
import { ClosedPostResolver, PostChangeResolver } from './post-change.resolver';
import { postById } from './post.queries';
import { PostResolver } from './post.resolver';

/** The establishment: posts, who is in them, and the return's codes. */
export const postSlice: Slice = {
  resolvers: [PostResolver, PostChangeResolver, ClosedPostResolver, PostHoldingResolver, PostHoldersResolver, WorkerPostsResolver, ...holdingChangeResolvers, WorkforceCodeResolver],
  references: { Post: (unit, id) => unit.load(postById, id) },
  onRecord: { open: ['Post', 'WorkforceCode'] },
};
