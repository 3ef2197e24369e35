import { connectionOf, type GraphContext, listUnder, LocalDate, type Page, PageArgs, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { ALLOCATIONS } from './allocation.queries';
import { ChildAllocation } from './allocation.type';

const ChildAllocationConnection = connectionOf(() => ChildAllocation, 'ChildAllocation', 'allocations');

@Resolver(() => Child)
export class ChildAllocationsResolver {
  @FieldResolver(() => ChildAllocationConnection, { nullable: true, description: 'Who held the child’s case over time, newest first.' })
  async allocations(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'Only what held on this day.' }) asOf?: string,
  ): Promise<Page<ChildAllocation>> {
    const where = new Where().given(asOf, 'a.valid_from <= ?::date').given(asOf, '(a.valid_to is null or ?::date < a.valid_to)');
    return listUnder(unit, ALLOCATIONS, 'child', child.id, { page, orderBy: 'NEWEST', where });
  }
}

@Resolver(() => ChildAllocation)
export class ChildAllocationResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'Who held it; null when a team held it without a named worker.' })
  worker(@Root() allocation: ChildAllocation): Worker | null {
    return workerRef(allocation.workerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that held it; null for an independent reviewing officer, and where it is unknown.' })
  team(@Root() allocation: ChildAllocation): Team | null {
    return teamRef(allocation.teamId);
  }
}
