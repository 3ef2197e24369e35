import { Does, type GraphContext, Text } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { indicatorSeries } from './indicator-series.rules';
import { allIndicators, areasOfIndicator, figuresOfArea, indicatorByCode } from './indicator.queries';
import { Indicator, IndicatorArea, IndicatorSeries } from './indicator.type';

const YEAR = 'The year that the period ends in: 2022 is the year to 31 March 2022.';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], { description: 'The indicators that are known here, by title.' })
  @Does('indicator.read')
  async indicators(@Ctx() { unit }: GraphContext): Promise<Indicator[]> {
    return unit.load(allIndicators, 'all');
  }

  @Query(() => Indicator, { nullable: true, description: 'One indicator, or null.' })
  @Does('indicator.read')
  async indicator(@Ctx() { unit }: GraphContext, @Arg('code', () => Text, { description: 'Its code, such as `cpp-reviewed-in-time`.' }) code: string): Promise<Indicator | null> {
    return (await unit.load(indicatorByCode, code))[0] ?? null;
  }

  @FieldResolver(() => [IndicatorArea], { nullable: true, description: 'The areas that there are figures for: the country, then regions, then authorities, each by name.' })
  async areas(@Root() indicator: Indicator, @Ctx() { unit }: GraphContext): Promise<IndicatorArea[]> {
    return unit.load(areasOfIndicator, indicator.id);
  }

  @FieldResolver(() => IndicatorSeries, { nullable: true, description: 'The figures of one area over the years, with control limits. Null where there is no such area, or where the baseline has none of its years.' })
  async series(
    @Root() indicator: Indicator,
    @Ctx() { unit }: GraphContext,
    @Arg('authority', () => Text, { nullable: true, description: 'The national code of an authority or region, such as `E06000051`, or its name as published. The whole country when left out.' }) authority?: string,
    @Arg('baselineFrom', () => Int, { nullable: true, description: `The first year that the limits rest on. ${YEAR} The first of the series when left out.` }) baselineFrom?: number,
    @Arg('baselineTo', () => Int, { nullable: true, description: `The last year that the limits rest on. ${YEAR} The last of the series when left out: then a late change widens the limits it is held against.` }) baselineTo?: number,
  ): Promise<IndicatorSeries | null> {
    const areas = await unit.load(areasOfIndicator, indicator.id);
    const area = areas.find((one) => (authority === undefined ? one.level === 'NATIONAL' : one.code === authority)) ?? areas.find(({ name }) => name === authority);
    if (!area) return null;
    return indicatorSeries(area, await unit.load(figuresOfArea, `${indicator.id} ${area.code}`), { from: baselineFrom ?? null, to: baselineTo ?? null });
  }
}
