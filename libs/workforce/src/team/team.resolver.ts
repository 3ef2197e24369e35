import { todayInLondon } from '@qaf/calendar';
import { datedKey } from '@qaf/database';
import { connectionOf, Does, type GraphContext, listPage, LocalDate, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { serviceById } from '../service/service.queries';
import { Service } from '../service/service.type';
import { leadersOfTeam, workersOfTeam } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { teamById, TEAMS } from './team.queries';
import { Team } from './team.type';

const TeamConnection = connectionOf(() => Team, 'Team', 'teams');

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => TeamConnection, { description: 'Teams that run on a day, by name.' })
  @Does('organisation.read')
  async teams(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Page<Team>> {
    const day = asOf ?? todayInLondon(now);
    return listPage(unit, TEAMS, { page, orderBy: 'NAME', where: new Where().and('t.valid_from <= ?::date and (t.valid_to is null or ?::date < t.valid_to)', day, day) });
  }

  @Query(() => Team, { nullable: true, description: 'One team, or null.' })
  @Does('organisation.read')
  async team(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The team’s id.' }) id: string): Promise<Team | null> {
    const uuid = uuidOf('Team', id);
    return uuid ? unit.load(teamById, uuid) : null;
  }

  @FieldResolver(() => Service, { nullable: true, description: 'The service that the team is part of.' })
  async service(@Root() team: Team, @Ctx() { unit }: GraphContext): Promise<Service | null> {
    return team.within ?? (team.serviceId ? unit.load(serviceById, team.serviceId) : null);
  }

  @FieldResolver(() => [Worker], { nullable: true, description: 'Who belongs to the team on a day, by name.' })
  async workers(
    @Root() team: Team,
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Worker[]> {
    return unit.load(workersOfTeam, datedKey(team.id, asOf ?? todayInLondon(now)));
  }

  @FieldResolver(() => [Worker], { nullable: true, description: 'Who leads the team on a day: its managers, then its senior social workers.' })
  async leaders(
    @Root() team: Team,
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Worker[]> {
    return unit.load(leadersOfTeam, datedKey(team.id, asOf ?? todayInLondon(now)));
  }
}
