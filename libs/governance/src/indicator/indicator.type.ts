import { DateTime } from '@qaf/graph';
import { SeriesSignal } from '@qaf/release';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Indicator', { description: 'A measure of performance with its definition. National ones hold the published figures of every authority. Seen by everyone who signs in.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Indicator {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name, such as `cpp-reviewed-in-time`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that people use.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What is counted, of what, and when.' })
  definition!: string | null;

  @Field(() => String, { nullable: true, description: '`PERCENT` (0 to 100, as published), `COUNT`, `RATE` or `DAYS`: the unit of every value and limit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'Which way is better: `HIGHER`, `LOWER` or `NEITHER`.' })
  direction!: string | null;

  @Field(() => String, { nullable: true, description: 'Who publishes the figures, and in what.' })
  source!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When figures last came in or changed; null while there are none.' })
  importedAt!: Date | null;
}

@ObjectType('IndicatorArea', { description: 'A country, a region or an authority that an indicator has figures for.', simpleResolvers: true })
export class IndicatorArea {
  @Field(() => String, { nullable: true, description: 'The national code, such as `E06000051`. An authority that was reorganised has another code from then on.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The name as published with the latest figures.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: '`NATIONAL`, `REGIONAL` or `LOCAL_AUTHORITY`.' })
  level!: string | null;
}

@ObjectType('IndicatorFigure', { description: 'One published figure: of an area and a year.', simpleResolvers: true })
export class IndicatorFigure {
  @Field(() => Int, { nullable: true, description: 'The year that the period ends in: 2024 is the year to 31 March 2024.' })
  year!: number | null;

  @Field(() => Float, { nullable: true, description: 'The figure in the indicator’s unit, as published and rounded there; null where a symbol stands in its place.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'The publisher’s letter in place of the figure: `c` confidential, `z` not applicable, `x` not available, `u` low reliability, `k` rounds to zero; null where there is a figure.' })
  symbol!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many count; null where it was not published.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Out of how many; null where it was not published.' })
  denominator!: number | null;
}

@ObjectType('IndicatorSeries', { description: 'An area’s figures over the years with the control limits of an XmR chart: mean ± 2.66 times the mean moving range of the baseline. A year without a figure is a gap, and nothing is reckoned across it.', simpleResolvers: true })
export class IndicatorSeries {
  @Field(() => IndicatorArea, { nullable: true, description: 'Whose figures they are.' })
  area!: IndicatorArea | null;

  @Field(() => [IndicatorFigure], { nullable: true, description: 'Every year from the first to the last that has a row, in order.' })
  points!: IndicatorFigure[] | null;

  @Field(() => Int, { nullable: true, description: 'How many figures the limits rest on; 0 where there are none.' })
  n!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean of the baseline, in the indicator’s unit, not rounded; null where no two neighbouring years have figures.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower control limit; not cut at zero. Null where there are no limits.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper control limit; not cut at a hundred. Null where there are no limits.' })
  upper!: number | null;

  @Field(() => [SeriesSignal], { nullable: true, description: 'What is more than chance against those limits; periods are years. Empty where there is none.' })
  signals!: SeriesSignal[] | null;
}
