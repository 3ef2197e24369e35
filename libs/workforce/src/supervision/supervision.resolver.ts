import { command, connectionOf, Does, type GraphContext, listPage, listUnder, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { CancelSupervisionInput, PlanSupervisionInput, RecordSupervisionInput, SupervisionFilter, SupervisionOrder } from './supervision.inputs';
import { DISCUSSIONS, discussionsOfSession, sessionById, SESSIONS } from './supervision.queries';
import { CancelSupervisionResult, PlanSupervisionResult, RecordSupervisionResult } from './supervision.results';
import { cancelSupervision, planSupervision, recordSupervision } from './supervision.service';
import { CaseDiscussion, SupervisionSession } from './supervision.type';

export const SupervisionSessionConnection = connectionOf(() => SupervisionSession, 'SupervisionSession', 'supervision sessions');
const CaseDiscussionConnection = connectionOf(() => CaseDiscussion, 'CaseDiscussion', 'discussions about a child');

@Resolver(() => SupervisionSession)
export class SupervisionResolver {
  @Query(() => SupervisionSessionConnection, { description: 'Supervision sessions that the caller gave, received or stands above, the latest first unless asked otherwise.' })
  @Does('supervision.read')
  async supervisionSessions(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SupervisionFilter, { nullable: true, description: 'Narrows the list.' }) filter?: SupervisionFilter,
    @Arg('orderBy', () => SupervisionOrder, { defaultValue: SupervisionOrder.NEWEST, description: 'The order of the list.' }) orderBy?: SupervisionOrder,
  ): Promise<Page<SupervisionSession>> {
    return listPage(unit, SESSIONS, { page, orderBy: orderBy ?? SupervisionOrder.NEWEST, where: chosen(filter ?? {}) });
  }

  @Query(() => SupervisionSession, { nullable: true, description: 'One supervision session, or null.' })
  @Does('supervision.read')
  async supervisionSession(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The session’s id.' }) id: string): Promise<SupervisionSession | null> {
    const uuid = uuidOf('SupervisionSession', id);
    return uuid ? unit.load(sessionById, uuid) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who was supervised.' })
  async worker(@Root() session: SupervisionSession, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return session.workerId ? unit.load(workerById, session.workerId) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who supervised.' })
  async supervisor(@Root() session: SupervisionSession, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return session.supervisorId ? unit.load(workerById, session.supervisorId) : null;
  }

  @FieldResolver(() => [CaseDiscussion], { nullable: true, description: 'The children discussed.' })
  async discussions(@Root() session: SupervisionSession, @Ctx() { unit }: GraphContext): Promise<CaseDiscussion[]> {
    return unit.load(discussionsOfSession, session.id);
  }

  @Mutation(() => PlanSupervisionResult, { description: 'Plans a supervision of a worker below the caller, with the caller as supervisor.' })
  @Does('supervision.plan')
  async planSupervision(@Ctx() context: GraphContext, @Arg('input', () => PlanSupervisionInput, { description: 'The session to plan.' }) input: PlanSupervisionInput): Promise<object> {
    return command(context, 'planSupervision', input, (tx) => planSupervision(tx, input));
  }

  @Mutation(() => RecordSupervisionResult, { description: 'Records a planned supervision as held, with the children discussed and what was decided.' })
  @Does('supervision.record')
  async recordSupervision(@Ctx() context: GraphContext, @Arg('input', () => RecordSupervisionInput, { description: 'The record.' }) input: RecordSupervisionInput): Promise<object> {
    return command(context, 'recordSupervision', input, (tx) => recordSupervision(tx, input, context.now));
  }

  @Mutation(() => CancelSupervisionResult, { description: 'Calls a planned supervision off, with the reason.' })
  @Does('supervision.plan')
  async cancelSupervision(@Ctx() context: GraphContext, @Arg('input', () => CancelSupervisionInput, { description: 'The session and the reason.' }) input: CancelSupervisionInput): Promise<object> {
    return command(context, 'cancelSupervision', input, (tx) => cancelSupervision(tx, input));
  }
}

@Resolver(() => CaseDiscussion)
export class CaseDiscussionResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child discussed; null for those who may not see the child.' })
  child(@Root() discussion: CaseDiscussion): Child | null {
    return discussion.childId ? ({ id: discussion.childId } as Child) : null;
  }

  @FieldResolver(() => SupervisionSession, { nullable: true, description: 'The supervision in which it was discussed.' })
  async session(@Root() discussion: CaseDiscussion, @Ctx() { unit }: GraphContext): Promise<SupervisionSession | null> {
    return discussion.sessionId ? unit.load(sessionById, discussion.sessionId) : null;
  }
}

@Resolver(() => Child)
export class ChildSupervisionResolver {
  @FieldResolver(() => CaseDiscussionConnection, { nullable: true, description: 'What supervision decided about the child, the latest first: only sessions that the caller gave, received or stands above.' })
  async supervisionDiscussions(@Root() child: Child, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<CaseDiscussion>> {
    return listUnder(unit, DISCUSSIONS, 'child', child.id, { page, orderBy: 'NEWEST' });
  }
}

function chosen(filter: SupervisionFilter): Where {
  const where = new Where();
  if (filter.workerId != null) where.and('s.worker_id = ?::uuid', uuidOf('Worker', filter.workerId));
  if (filter.supervisorId != null) where.and('s.supervisor_id = ?::uuid', uuidOf('Worker', filter.supervisorId));
  if (filter.teamId != null) where.and('s.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  return where.given(filter.state, 's.state = ?').given(filter.from, 's.planned_for >= ?::date').given(filter.before, 's.planned_for < ?::date');
}
