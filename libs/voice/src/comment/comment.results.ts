import { resultOf } from '@qaf/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('ReleaseCommentSuccess', { description: 'The comment can be read now.', simpleResolvers: true })
export class ReleaseCommentSuccess {
  releasedCommentId!: string;
}

@ObjectType('WithholdCommentSuccess', { description: 'The words are gone; that a comment was withheld, and why, stays.', simpleResolvers: true })
export class WithholdCommentSuccess {
  @Field(() => ID, { description: 'The id that the comment had.' })
  commentId!: string;
}

export const ReleaseCommentResult = resultOf('ReleaseCommentResult', ReleaseCommentSuccess, []);
export const WithholdCommentResult = resultOf('WithholdCommentResult', WithholdCommentSuccess, []);
