import { type GraphContext, listUnder, type Page, PageArgs } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditFilter } from '../audit/audit.inputs';
import { AUDITS, auditsWhere } from '../audit/audit.queries';
import { AuditConnection } from '../audit/audit.resolver';
import type { Audit } from '../audit/audit.type';
import { ChildConnection } from '../child/child.resolver';
import { CHILDREN } from '../child/child.queries';
import type { Child } from '../child/child.type';
import { Worker } from './worker.type';

const FILTER = { nullable: true, description: 'Narrows the list.' } as const;

@Resolver(() => Worker)
export class WorkerResolver {
  @FieldResolver(() => ChildConnection, { nullable: true, description: 'Children allocated to the worker today: those of them whom the viewer may see.' })
  async childrenAllocated(@Root() worker: Worker, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<Child>> {
    return listUnder(unit, CHILDREN, 'worker', worker.id, { page, orderBy: 'CASE_REFERENCE' });
  }

  @FieldResolver(() => AuditConnection, { nullable: true, description: 'Audits that the worker carries out as auditor, done and due, by due date.' })
  async audits(
    @Root() worker: Worker,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, FILTER) filter?: AuditFilter,
  ): Promise<Page<Audit>> {
    return listUnder(unit, AUDITS, 'auditor', worker.id, { page, orderBy: 'DUE', where: auditsWhere(filter ?? {}) });
  }

  @FieldResolver(() => AuditConnection, { nullable: true, description: 'Audits of the worker’s own cases, newest first. The worker meets each once feedback is given.' })
  async auditsOfPractice(
    @Root() worker: Worker,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, FILTER) filter?: AuditFilter,
  ): Promise<Page<Audit>> {
    return listUnder(unit, AUDITS, 'worker', worker.id, { page, orderBy: 'RECENT', where: auditsWhere(filter ?? {}) });
  }
}
