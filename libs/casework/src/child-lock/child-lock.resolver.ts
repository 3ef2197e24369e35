import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { Worker, workerRef } from '../worker/worker.type';
import { LockChildInput, UnlockChildInput } from './child-lock.inputs';
import { CHILD_LOCKS, holding } from './child-lock.queries';
import { LockChildResult, UnlockChildResult } from './child-lock.results';
import { lockChild, unlockChild } from './child-lock.service';
import { ChildLock } from './child-lock.type';

const ChildLockConnection = connectionOf(() => ChildLock, 'ChildLock', 'locks');

@Resolver(() => ChildLock)
export class ChildLockResolver {
  @Query(() => ChildLockConnection, { description: 'The locks that hold now, the latest first: all for the Director, those of their teams for heads of service. The child itself is there for those alone whom a lock names.' })
  @Does('child.lock')
  async childLocks(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<ChildLock>> {
    return listPage(unit, CHILD_LOCKS, { page, orderBy: 'NEWEST', where: holding() });
  }

  @Mutation(() => LockChildResult, { description: 'Locks a child’s record: from then on the child and all that is about it is there for the named workers and the caller alone. For the Director and heads of service; a reason is needed.' })
  @Does('child.lock')
  async lockChild(
    @Ctx() context: GraphContext,
    @Arg('input', () => LockChildInput, { description: 'Which child, why, and for whom.' }) input: LockChildInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'lockChild', input, (tx) => lockChild(tx, input, context.now));
  }

  @Mutation(() => UnlockChildResult, { description: 'Ends the lock on a child’s record. For the Director and heads of service; a reason is needed.' })
  @Does('child.lock')
  async unlockChild(
    @Ctx() context: GraphContext,
    @Arg('input', () => UnlockChildInput, { description: 'Which lock, and why.' }) input: UnlockChildInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'unlockChild', input, (tx) => unlockChild(tx, input, context.now));
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child; null for those whom the lock does not name.' })
  child(@Root() lock: ChildLock, @Ctx() { unit }: GraphContext): Promise<Child | null> | null {
    return lock.childId ? unit.load(childById, lock.childId) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who locked it.' })
  lockedBy(@Root() lock: ChildLock): Worker | null {
    return workerRef(lock.byId);
  }

  @FieldResolver(() => [Worker], { nullable: true, description: 'Who still sees the record.' })
  allowed(@Root() lock: ChildLock): Worker[] {
    return (lock.workerIds ?? []).map((id) => ({ id }));
  }
}
