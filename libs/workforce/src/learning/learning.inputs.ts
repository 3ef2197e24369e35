import { ChangeInput, CommandInput, LocalDate, LongText, Text } from '@qaf/graph';
import { IsOptional, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A new course.' })
export class OpenCourseInput extends CommandInput {
  @Field(() => Text, { description: 'Short stable name: 2 to 40 small letters, digits and dashes.' })
  @Matches(/^[a-z0-9-]{2,40}$/, { message: 'code must be 2 to 40 small letters, digits and dashes' })
  code!: string;

  @Field(() => Text, { description: 'What it is called.' })
  title!: string;

  @Field(() => Int, { description: 'Minutes of continuing professional development that it counts for, 0 to 6000.' })
  @Min(0, { message: 'cpdMinutes must be from 0 to 6000' })
  @Max(6000, { message: 'cpdMinutes must be from 0 to 6000' })
  cpdMinutes!: number;

  @Field(() => Text, { nullable: true, description: 'The code of the learning theme that it answers.' })
  themeCode?: string;
}

@InputType({ description: 'A role for which a course is required from a day on.' })
export class RequireCourseInput extends CommandInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => Text, { description: 'Code of the role, such as `practitioner`.' })
  role!: string;

  @Field(() => LocalDate, { description: 'The first day of the requirement.' })
  from!: string;

  @Field(() => Int, { description: 'Days from the first in the role by which it must be attended, 0 to 1100.' })
  @Min(0, { message: 'withinDays must be from 0 to 1100' })
  @Max(1100, { message: 'withinDays must be from 0 to 1100' })
  withinDays!: number;

  @Field(() => Text, { description: 'Where the requirement comes from.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'Months after which it must be attended again, 1 to 120; left out, once is enough.' })
  @IsOptional()
  @Min(1, { message: 'repeatMonths must be from 1 to 120' })
  @Max(120, { message: 'repeatMonths must be from 1 to 120' })
  repeatMonths?: number;
}

@InputType({ description: 'A day on which a course is held.' })
export class PlanLearningEventInput extends CommandInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => LocalDate, { description: 'The day.' })
  heldOn!: string;

  @Field(() => Int, { description: 'How many can come, 1 to 1000.' })
  @Min(1, { message: 'places must be from 1 to 1000' })
  @Max(1000, { message: 'places must be from 1 to 1000' })
  places!: number;
}

@InputType({ description: 'A place at an event: for oneself, or for somebody whom one manages.' })
export class BookLearningInput extends CommandInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;
}

@InputType({ description: 'Whether somebody came.' })
export class RecordAttendanceInput extends ChangeInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Boolean, { description: 'Whether they came.' })
  attended!: boolean;
}

@InputType({ description: 'What a worker found of an event that they attended.' })
export class EvaluateLearningInput extends ChangeInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'How useful it was, from 1 to 5.' })
  @Min(1, { message: 'score must be from 1 to 5' })
  @Max(5, { message: 'score must be from 1 to 5' })
  score!: number;

  @Field(() => LongText, { nullable: true, description: 'What they say of it.' })
  comment?: string;
}
