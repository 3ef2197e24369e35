import { todayInLondon } from '@qaf/calendar';
import { datedKey } from '@qaf/database';
import { connectionOf, Does, type GraphContext, listPage, LocalDate, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { teamOfWorker } from '../team/team.queries';
import { Team } from '../team/team.type';
import { WorkerFilter, WorkerOrder } from './worker.inputs';
import { employmentOn, managerOfWorker, rolesOfWorker, workerById, WORKERS } from './worker.queries';
import { Employment, HeldRole, Worker } from './worker.type';

const WorkerConnection = connectionOf(() => Worker, 'Worker', 'workers');
const AS_OF = { nullable: true, description: 'The day asked about; today when left out.' } as const;

@Resolver(() => Worker)
export class WorkerResolver {
  @Query(() => WorkerConnection, { description: 'Workers, by name unless asked otherwise.' })
  @Does('organisation.read')
  async workers(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => WorkerFilter, { nullable: true, description: 'Narrows the list.' }) filter?: WorkerFilter,
    @Arg('orderBy', () => WorkerOrder, { defaultValue: WorkerOrder.NAME, description: 'The order of the list.' }) orderBy?: WorkerOrder,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ): Promise<Page<Worker>> {
    return listPage(unit, WORKERS, { page, orderBy: orderBy ?? WorkerOrder.NAME, where: chosen(filter ?? {}, asOf ?? todayInLondon(now)) });
  }

  @Query(() => Worker, { nullable: true, description: 'One worker, or null.' })
  @Does('organisation.read')
  async worker(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The worker’s id.' }) id: string): Promise<Worker | null> {
    const uuid = uuidOf('Worker', id);
    return uuid ? unit.load(workerById, uuid) : null;
  }

  @Query(() => Worker, { nullable: true, description: 'The worker that the caller is; null for members, partners and machines.' })
  @Does('organisation.read')
  async me(@Ctx() { unit, viewer }: GraphContext): Promise<Worker | null> {
    return viewer.workerId ? unit.load(workerById, viewer.workerId) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team the worker belongs to on a day; null when in none.' })
  async team(@Root() worker: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<Team | null> {
    return (await unit.load(teamOfWorker, datedKey(worker.id, asOf ?? todayInLondon(now))))[0] ?? null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who manages the worker on a day; null at the top.' })
  async manager(@Root() worker: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<Worker | null> {
    return (await unit.load(managerOfWorker, datedKey(worker.id, asOf ?? todayInLondon(now))))[0] ?? null;
  }

  @FieldResolver(() => [HeldRole], { nullable: true, description: 'The roles the worker holds on a day.' })
  async roles(@Root() worker: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<HeldRole[]> {
    return unit.load(rolesOfWorker, datedKey(worker.id, asOf ?? todayInLondon(now)));
  }

  @FieldResolver(() => Employment, { nullable: true, description: 'Terms of employment on a day; after the last day, those of the last. Null before the first day, and for those who may not see them.' })
  async employment(@Root() worker: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, AS_OF) asOf?: string): Promise<Employment | null> {
    return (await unit.load(employmentOn, datedKey(worker.id, asOf ?? todayInLondon(now))))[0] ?? null;
  }
}

function chosen(filter: WorkerFilter, day: string): Where {
  const where = new Where();
  if (!filter.leavers) where.and('(w.left_on is null or w.left_on >= ?::date)', day);
  const during = (alias: string) => `${alias}.valid_from <= ?::date and (${alias}.valid_to is null or ?::date < ${alias}.valid_to)`;
  if (filter.teamId != null) {
    where.and(`exists (select 1 from team_membership m where m.worker_id = w.id and m.team_id = ?::uuid and ${during('m')})`, uuidOf('Team', filter.teamId), day, day);
  }
  if (filter.managerId != null) {
    where.and(`exists (select 1 from management_line l where l.worker_id = w.id and l.manager_id = ?::uuid and ${during('l')})`, uuidOf('Worker', filter.managerId), day, day);
  }
  if (filter.role != null) where.and(`exists (select 1 from role_assignment r where r.person_id = w.id and r.role = ? and ${during('r')})`, filter.role, day, day);
  return where;
}
