import { todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, refusal } from '@qaf/graph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Service } from '../service/service.type';
import { Team } from '../team/team.type';
import { StaffingArgs } from './staffing.args';
import { countsOf, keyOf, lostDaysOf, type StaffingScope } from './staffing.queries';
import { absenceOf, lastReturnYear, measuresOf, periodAsked } from './staffing.rules';
import { StaffingMeasure, StaffingMeasures } from './staffing.type';

const ABSENCE = 'Working days lost to sickness by the days that those employed could work. Null but for HR, who see every absence: others would count only those that they see. Null too for years whose bank holidays are not known.';

@Resolver(() => StaffingMeasures)
export class StaffingResolver {
  @Query(() => StaffingMeasures, { nullable: true, description: 'The measures of the workforce return for the whole authority: vacancies, turnover, agency use and more.' })
  @Does('staffing.read')
  async staffing(@Ctx() context: GraphContext, @Args(() => StaffingArgs) args: StaffingArgs): Promise<StaffingMeasures> {
    return measured(context, { of: 'authority', id: null }, args);
  }

  @FieldResolver(() => StaffingMeasure, { nullable: true, description: ABSENCE })
  async absenceRate(@Root() { scope, fte }: StaffingMeasures, @Ctx() { unit }: GraphContext): Promise<StaffingMeasure | null> {
    return absenceOf(await unit.load(lostDaysOf, keyOf(scope)), fte?.numerator ?? 0, scope);
  }
}

@Resolver(() => Team)
export class TeamStaffingResolver {
  @FieldResolver(() => StaffingMeasures, { nullable: true, description: 'The measures of the workforce return for the team; null for those who may not see them.' })
  async staffing(@Root() team: Team, @Ctx() context: GraphContext, @Args(() => StaffingArgs) args: StaffingArgs): Promise<StaffingMeasures> {
    return measured(context, { of: 'team', id: team.id }, args);
  }
}

@Resolver(() => Service)
export class ServiceStaffingResolver {
  @FieldResolver(() => StaffingMeasures, { nullable: true, description: 'The measures of the workforce return for the service with all its teams; null for those who may not see them.' })
  async staffing(@Root() service: Service, @Ctx() context: GraphContext, @Args(() => StaffingArgs) args: StaffingArgs): Promise<StaffingMeasures> {
    return measured(context, { of: 'service', id: service.id }, args);
  }
}

async function measured({ unit, now }: GraphContext, place: Pick<StaffingScope, 'of' | 'id'>, { from, before, roleCode, everyPost }: StaffingArgs): Promise<StaffingMeasures> {
  const today = todayInLondon(now);
  if ((from == null) !== (before == null)) throw refusal('Give from and before, or neither.');
  const span = periodAsked(from != null && before != null ? { from, before } : lastReturnYear(today), today);
  if (typeof span === 'string') throw refusal(span);
  const scope: StaffingScope = { ...place, ...span, roleCode: roleCode ?? null, everyPost };
  const measures = measuresOf(await unit.load(countsOf, keyOf(scope)), span);
  return { ...measures, from: span.from, asOf: measures.fte.asOf, scope };
}
