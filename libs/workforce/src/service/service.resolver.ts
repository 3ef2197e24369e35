import { todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, LocalDate, uuidOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { teamsOfService } from '../team/team.queries';
import { Team } from '../team/team.type';
import { serviceById, servicesOn } from './service.queries';
import { Service } from './service.type';

@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => [Service], { description: 'The services that run on a day, by name.' })
  @Does('organisation.read')
  async services(
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Service[]> {
    return unit.load(servicesOn, asOf ?? todayInLondon(now));
  }

  @Query(() => Service, { nullable: true, description: 'One service, or null.' })
  @Does('organisation.read')
  async service(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The service’s id.' }) id: string): Promise<Service | null> {
    const uuid = uuidOf('Service', id);
    return uuid ? unit.load(serviceById, uuid) : null;
  }

  @FieldResolver(() => [Team], { nullable: true, description: 'The service’s teams on a day, by name.' })
  async teams(
    @Root() service: Service,
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<Team[]> {
    return unit.load(teamsOfService, `${asOf ?? todayInLondon(now)} ${service.id}`);
  }
}
