import { connectionOf, Does, type GraphContext, listPage, listUnder, type Page, PageArgs, uuidOf } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { versionById } from '../audit-tool/audit-tool.queries';
import { AuditToolVersion } from '../audit-tool/audit-tool.type';
import { Child } from '../child/child.type';
import { childById } from '../child/child.queries';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { AuditFilter, AuditOrder } from './audit.inputs';
import { auditById, AUDITS, auditsWhere } from './audit.queries';
import { Audit } from './audit.type';

export const AuditConnection = connectionOf(() => Audit, 'Audit', 'audits');

@Resolver(() => Audit)
export class AuditResolver {
  @Query(() => AuditConnection, { description: 'Audits that the viewer may see, by due date unless asked otherwise.' })
  @Does('audit.read')
  async audits(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Narrows the list.' }) filter?: AuditFilter,
    @Arg('orderBy', () => AuditOrder, { defaultValue: AuditOrder.DUE, description: 'The order of the list.' }) orderBy?: AuditOrder,
  ): Promise<Page<Audit>> {
    return listPage(unit, AUDITS, { page, orderBy: orderBy ?? AuditOrder.DUE, where: auditsWhere(filter ?? {}) });
  }

  @Query(() => Audit, { nullable: true, description: 'One audit; null when there is none of that id for the viewer.' })
  @Does('audit.read')
  async audit(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The audit’s id.' }) id: string): Promise<Audit | null> {
    const uuid = uuidOf('Audit', id);
    return uuid ? unit.load(auditById, uuid) : null;
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child whose file is audited; null for those who may not see the child.' })
  async child(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<Child | null> {
    return audit.childId ? unit.load(childById, audit.childId) : null;
  }

  @FieldResolver(() => AuditToolVersion, { nullable: true, description: 'The version of the tool that it is done on.' })
  async tool(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<AuditToolVersion | null> {
    return audit.toolVersionId ? unit.load(versionById, audit.toolVersionId) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who carries it out.' })
  auditor(@Root() audit: Audit): Worker | null {
    return workerRef(audit.auditorId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who moderated it; null when nobody did.' })
  moderator(@Root() audit: Audit): Worker | null {
    return workerRef(audit.moderatorId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The worker whose practice is audited: who held the case when it was allocated. Null when nobody did.' })
  worker(@Root() audit: Audit): Worker | null {
    return workerRef(audit.workerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that held the case when it was allocated; null when none did.' })
  team(@Root() audit: Audit): Team | null {
    return teamRef(audit.teamId);
  }
}

@Resolver(() => Child)
export class ChildAuditResolver {
  @FieldResolver(() => AuditConnection, { nullable: true, description: 'Audits of the child’s file, newest first: those of them that the viewer may see.' })
  async audits(@Root() child: Child, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<Audit>> {
    return listUnder(unit, AUDITS, 'child', child.id, { page, orderBy: AuditOrder.RECENT });
  }
}
