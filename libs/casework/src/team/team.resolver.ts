import { type GraphContext, listUnder, type Page, PageArgs } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditFilter } from '../audit/audit.inputs';
import { AUDITS, auditsWhere } from '../audit/audit.queries';
import { AuditConnection } from '../audit/audit.resolver';
import type { Audit } from '../audit/audit.type';
import { ChildConnection } from '../child/child.resolver';
import { CHILDREN } from '../child/child.queries';
import type { Child } from '../child/child.type';
import { Team } from './team.type';

@Resolver(() => Team)
export class TeamResolver {
  @FieldResolver(() => ChildConnection, { nullable: true, description: 'Children whose case the team holds today: those of them whom the viewer may see.' })
  async children(@Root() team: Team, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<Child>> {
    return listUnder(unit, CHILDREN, 'team', team.id, { page, orderBy: 'CASE_REFERENCE' });
  }

  @FieldResolver(() => AuditConnection, { nullable: true, description: 'Audits of cases that the team held when they were allocated, newest first.' })
  async audits(
    @Root() team: Team,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Narrows the list.' }) filter?: AuditFilter,
  ): Promise<Page<Audit>> {
    return listUnder(unit, AUDITS, 'team', team.id, { page, orderBy: 'RECENT', where: auditsWhere(filter ?? {}) });
  }
}
