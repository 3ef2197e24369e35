import { type GraphContext, resultOf } from '@qaf/graph';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { ChildLocked, ChildVersionStale } from '../child-lock/child-lock.problems';
import { CaseReferenceUnusable, ChildAllocationsOverlap } from './child-mending.problems';

@ObjectType('CorrectChildReferenceSuccess', { description: 'The child has the reference; what was known under the old one stays the child’s.' })
export class CorrectChildReferenceSuccess {
  childId!: string;

  @Field(() => Child, { nullable: true, description: 'The child as it stands now.' })
  child(@Ctx() { unit }: GraphContext): Promise<Child | null> {
    return unit.load(childById, this.childId);
  }
}

@ObjectType('MergeChildrenSuccess', { description: 'The two records are one, here at once and in the other parts of the graph within moments.' })
export class MergeChildrenSuccess {
  childId!: string;

  @Field(() => Child, { nullable: true, description: 'The child, with what both records held.' })
  child(@Ctx() { unit }: GraphContext): Promise<Child | null> {
    return unit.load(childById, this.childId);
  }
}

export const CorrectChildReferenceResult = resultOf('CorrectChildReferenceResult', CorrectChildReferenceSuccess, [ChildVersionStale, CaseReferenceUnusable]);
export const MergeChildrenResult = resultOf('MergeChildrenResult', MergeChildrenSuccess, [ChildVersionStale, ChildLocked, ChildAllocationsOverlap]);
