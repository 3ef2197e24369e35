import { type GraphContext, resultOf } from '@qaf/graph';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { ChildLocked, ChildLockVersionStale, ChildVersionStale } from './child-lock.problems';
import { childLockById } from './child-lock.queries';
import { ChildLock } from './child-lock.type';

@ObjectType('LockChildSuccess', { description: 'The record is locked, here at once and in the other parts of the graph within moments.' })
export class LockChildSuccess {
  lockId!: string;
  childId!: string;

  @Field(() => ChildLock, { nullable: true, description: 'The lock.' })
  lock(@Ctx() { unit }: GraphContext): Promise<ChildLock | null> {
    return unit.load(childLockById, this.lockId);
  }

  @Field(() => Child, { nullable: true, description: 'The child, for whom it is locked now.' })
  child(@Ctx() { unit }: GraphContext): Promise<Child | null> {
    return unit.load(childById, this.childId);
  }
}

@ObjectType('UnlockChildSuccess', { description: 'The lock is ended.' })
export class UnlockChildSuccess {
  childId!: string;

  @Field(() => Child, { nullable: true, description: 'The child; null for those who do not see it by the ordinary rules.' })
  child(@Ctx() { unit }: GraphContext): Promise<Child | null> {
    return unit.load(childById, this.childId);
  }
}

export const LockChildResult = resultOf('LockChildResult', LockChildSuccess, [ChildVersionStale, ChildLocked]);
export const UnlockChildResult = resultOf('UnlockChildResult', UnlockChildSuccess, [ChildLockVersionStale]);
