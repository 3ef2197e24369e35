import { Does, type GraphContext, uuidOf } from '@qaf/graph';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { agencyById, allAgencies } from './agency.queries';
import { Agency } from './agency.type';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => [Agency], { description: 'The partner agencies, by name.' })
  @Does('agency.read')
  async agencies(@Ctx() { unit }: GraphContext): Promise<Agency[]> {
    return unit.load(allAgencies, 'all');
  }

  @Query(() => Agency, { nullable: true, description: 'One partner agency, or null.' })
  @Does('agency.read')
  async agency(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The agency’s id.' }) id: string): Promise<Agency | null> {
    const uuid = uuidOf('Agency', id);
    return uuid ? unit.load(agencyById, uuid) : null;
  }
}
