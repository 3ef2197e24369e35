import { type GraphContext, listUnder, LocalDate, type Page, PageArgs } from '@qaf/graph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { lastSupervised, SESSIONS } from './supervision.queries';
import { SupervisionSessionConnection } from './supervision.resolver';
import type { SupervisionSession } from './supervision.type';

@Resolver(() => Worker)
export class WorkerSupervisionResolver {
  @FieldResolver(() => SupervisionSessionConnection, { nullable: true, description: 'The worker’s supervision, the latest first: empty for those who are neither party nor above.' })
  async supervisionSessions(@Root() worker: Worker, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<SupervisionSession>> {
    return listUnder(unit, SESSIONS, 'worker', worker.id, { page, orderBy: 'NEWEST' });
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'The last day the worker was supervised. The parties, those above, the Principal Social Worker and QPA see it, the last two without the session; null when never, and for everyone else.' })
  async lastSupervisedOn(@Root() worker: Worker, @Ctx() { unit }: GraphContext): Promise<string | null> {
    return (await unit.load(lastSupervised, worker.id))[0]?.lastOn ?? null;
  }
}
