import { LocalDate } from '@qaf/graph';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { StaffingScope } from './staffing.queries';

@ObjectType('StaffingMeasure', { description: 'One measure of the workforce return, with what it was made from. Rounding is for display.', simpleResolvers: true })
export class StaffingMeasure {
  @Field(() => String, { nullable: true, description: 'Stable name, such as `VACANCY_RATE`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'What numerator and denominator are counted in: `PEOPLE`, `FTE_THOUSANDTHS` (1000 is one full-time post) or `FTE_DAY_THOUSANDTHS` (1000 is one full-time working day).' })
  unit!: string | null;

  @Field(() => Float, { nullable: true, description: 'The count itself, or the upper part of a rate: a whole number of the unit.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower part of a rate, a whole number of the unit; null where the measure is a count.' })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Numerator by denominator; a turnover can be more than 1. Null for a count, and where there was nothing to divide by.' })
  share!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people, posts or absences the numerator was counted from.' })
  n!: number | null;

  @Field(() => String, { nullable: true, description: 'What is counted, in words.' })
  definition!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the definition comes from.' })
  source!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of the period.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day that stocks are counted on: the last of the period, or today where it still runs.' })
  asOf!: string | null;
}

@ObjectType('StaffingMeasures', {
  description: 'The measures of the national children’s social work workforce return for a team, a service or the authority over a period. Seen by managers, the Principal Social Worker, QPA, HR and the Chief Executive.',
  simpleResolvers: true,
})
export class StaffingMeasures {
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the period.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day that stocks are counted on: the last of the period, or today where it still runs.' })
  asOf!: string | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'People employed in a post on the day.' })
  headcount!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Their hours.' })
  fte!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours of the posts that are open on the day; n is the number of posts.' })
  establishment!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours of the posts that are vacant on the day; n is the number of posts.' })
  vacancies!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Vacant hours of vacant and employed hours.' })
  vacancyRate!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours of those who started in the period; n is the number of starts.' })
  starters!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours of those who left in the period; n is the number of leavers.' })
  leavers!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours that left in the period by hours employed at its end. Not made up to a year.' })
  turnoverRate!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Hours of agency workers in a post on the day; n is their number.' })
  agency!: StaffingMeasure | null;

  @Field(() => StaffingMeasure, { nullable: true, description: 'Agency hours of agency and employed hours.' })
  agencyRate!: StaffingMeasure | null;

  scope!: StaffingScope;
}
