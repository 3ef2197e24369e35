import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('SeriesPoint', { description: 'One period of a series.', simpleResolvers: true })
@Directive('@shareable')
export class SeriesPoint {
  @Field(() => String, { description: 'The period’s code, such as 2018-19 Q1.' })
  period!: string;

  @Field(() => Float, { nullable: true, description: 'The figure, in the series’ unit; null for a gap: hidden, or nothing counted.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether there is a figure that is hidden.' })
  hidden!: boolean;
}

@ObjectType('SeriesPhase', { description: 'A stretch of a series that is held against one baseline: mean ± 2.66 times the mean moving range.', simpleResolvers: true })
@Directive('@shareable')
export class SeriesPhase {
  @Field(() => String, { description: 'Its first period.' })
  from!: string;

  @Field(() => String, { description: 'Its last period.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'The change that began it; null for the first phase.' })
  note!: string | null;

  @Field(() => Int, { description: 'How many points the limits rest on; 0 where there are no limits.' })
  n!: number;

  @Field(() => Float, { nullable: true, description: 'The baseline’s mean; null where no two neighbouring points have figures.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower control limit, not cut at zero; null where there are no limits.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper control limit; null where there are no limits.' })
  upper!: number | null;
}

@ObjectType('SeriesSignal', { description: 'More than chance would give. It says that something changed, not that it got better.', simpleResolvers: true })
@Directive('@shareable')
export class SeriesSignal {
  @Field(() => String, { description: 'OUTSIDE a limit; RUN of eight or more on one side of the mean; TREND of six or more rising, or falling.' })
  kind!: string;

  @Field(() => String, { description: 'UP or DOWN.' })
  direction!: string;

  @Field(() => String, { description: 'Its first period.' })
  from!: string;

  @Field(() => String, { description: 'Its last period.' })
  to!: string;

  @Field(() => Int, { description: 'How many points make it.' })
  length!: number;
}

@ObjectType('SeriesAnnotation', { description: 'Something known about a period of a series, such as a new version of a tool.', simpleResolvers: true })
@Directive('@shareable')
export class SeriesAnnotation {
  @Field(() => String, { description: 'The period from which it holds.' })
  period!: string;

  @Field(() => String, { description: 'What it is.' })
  note!: string;
}

@ObjectType('Series', { description: 'A figure over time, of released figures alone, with control limits.', simpleResolvers: true })
@Directive('@shareable')
export class Series {
  @Field(() => String, { description: 'SHARE (from 0 to 1), MEAN (in the unit of the scores), or what is counted, in words.' })
  unit!: string;

  @Field(() => [SeriesPoint], { description: 'In the order of time.' })
  points!: SeriesPoint[];

  @Field(() => [SeriesPhase], { description: 'Parted by what changed the measure; none for a series without points.' })
  phases!: SeriesPhase[];

  @Field(() => [SeriesSignal], { description: 'None reaches from one phase into another.' })
  signals!: SeriesSignal[];

  @Field(() => [SeriesAnnotation], { description: 'In the order of time.' })
  annotations!: SeriesAnnotation[];
}

/** A series as resolvers hand it on. */
export type SeriesValue = Series;
