import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { PostClosed, PostHeld, PostReferenceTaken, PostVersionStale } from './post.problems';

@ObjectType('OpenPostSuccess', { description: 'The post is opened, and vacant.', simpleResolvers: true })
export class OpenPostSuccess {
  postId!: string;
}

@ObjectType('ClosePostSuccess', { description: 'The post ends with its last day.', simpleResolvers: true })
export class ClosePostSuccess {
  postId!: string;
}

export const OpenPostResult = resultOf('OpenPostResult', OpenPostSuccess, [PostReferenceTaken]);
export const ClosePostResult = resultOf('ClosePostResult', ClosePostSuccess, [PostVersionStale, PostClosed, PostHeld]);
