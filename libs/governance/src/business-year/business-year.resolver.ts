import { Does, type GraphContext, Text } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { prioritiesOfYear } from '../practice-priority/practice-priority.queries';
import { PracticePriority } from '../practice-priority/practice-priority.type';
import { allBusinessYears, businessYearByCode } from './business-year.queries';
import { BusinessYear } from './business-year.type';

@Resolver(() => BusinessYear)
export class BusinessYearResolver {
  @Query(() => [BusinessYear], { description: 'Every business year that the authority plans for or reports on, the latest first.' })
  @Does('business-year.read')
  async businessYears(@Ctx() { unit }: GraphContext): Promise<BusinessYear[]> {
    return unit.load(allBusinessYears, 'all');
  }

  @Query(() => BusinessYear, { nullable: true, description: 'One business year, or null.' })
  @Does('business-year.read')
  async businessYear(@Ctx() { unit }: GraphContext, @Arg('code', () => Text, { description: 'Its code, such as `2018-19`.' }) code: string): Promise<BusinessYear | null> {
    return (await unit.load(businessYearByCode, code))[0] ?? null;
  }

  @FieldResolver(() => [PracticePriority], { nullable: true, description: 'The practice priorities in force in the year, in their order.' })
  async practicePriorities(@Root() year: BusinessYear, @Ctx() { unit }: GraphContext): Promise<PracticePriority[]> {
    return year.code ? unit.load(prioritiesOfYear, year.code) : [];
  }
}
