import { todayInLondon } from '@qaf/calendar';
import { connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, Text, uuidOf } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { ChildFilter, ChildOrder } from './child.inputs';
import { CHILD_COLUMNS, childById, CHILDREN, childrenWhere, HAS_REFERENCE, leavingOfWorker } from './child.queries';
import { Child } from './child.type';

export const ChildConnection = connectionOf(() => Child, 'Child', 'children');

@Resolver(() => Child)
export class ChildResolver {
  @Query(() => ChildConnection, { description: 'Children whom the viewer may see.' })
  @Does('child.read')
  async children(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ChildFilter, { nullable: true, description: 'Narrows the list.' }) filter?: ChildFilter,
    @Arg('orderBy', () => ChildOrder, { defaultValue: ChildOrder.CASE_REFERENCE, description: 'The order of the list.' }) orderBy?: ChildOrder,
  ): Promise<Page<Child>> {
    return listPage(unit, CHILDREN, { page, orderBy: orderBy ?? ChildOrder.CASE_REFERENCE, where: childrenWhere(filter ?? {}, todayInLondon(now)) });
  }

  @Query(() => Child, { nullable: true, description: 'One child; null when there is none of that id for the viewer.' })
  @Does('child.read')
  async child(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The child’s id.' }) id: string): Promise<Child | null> {
    const uuid = uuidOf('Child', id);
    return uuid ? unit.load(childById, uuid) : null;
  }

  @Query(() => Child, { nullable: true, description: 'One child by the reference of the case-management system; null when there is none for the viewer.' })
  @Does('child.read')
  async childByReference(
    @Ctx() { unit }: GraphContext,
    @Arg('caseReference', () => Text, { description: 'The reference, exactly as the case-management system writes it; one that was merged leads to the child that was kept.' }) caseReference: string,
  ): Promise<Child | null> {
    const rows = await unit.query<Child>(`select ${CHILD_COLUMNS} from child c where ${HAS_REFERENCE.replaceAll('?', '$1')}`, [caseReference]);
    unit.sawAll('Child', rows);
    return rows[0] ?? null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The worker to whom the child is allocated today; null when to none.' })
  allocatedWorker(@Root() child: Child): Worker | null {
    return workerRef(child.workerId);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the worker to whom the child is allocated has left, so that somebody else must take the child on. From the day after their last.' })
  async allocatedWorkerHasLeft(@Root() child: Child, @Ctx() { unit, now }: GraphContext): Promise<boolean> {
    const [leaving] = child.workerId ? await unit.load(leavingOfWorker, child.workerId) : [];
    return leaving !== undefined && leaving.leftOn < todayInLondon(now);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that holds the case today; null when none does.' })
  team(@Root() child: Child): Team | null {
    return teamRef(child.teamId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The child’s independent reviewing officer today; null when there is none.' })
  iro(@Root() child: Child): Worker | null {
    return workerRef(child.iroId);
  }
}
