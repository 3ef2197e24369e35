import { LocalDate, LongText } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Course', { description: 'Something that workers learn, offered at events. Seen by all staff.', simpleResolvers: true })
export class Course {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Short stable name, such as `neglect-graded-care`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  title!: string | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of continuing professional development that it counts for.' })
  cpdMinutes!: number | null;

  @Field(() => String, { nullable: true, description: 'The code of the learning theme that it answers; null when none.' })
  themeCode!: string | null;
}

@ObjectType('CourseRequirement', { description: 'A role for which a course is required. Seen by all staff.', simpleResolvers: true })
export class CourseRequirement {
  @Field(() => String, { nullable: true, description: 'Code of the role, such as `practitioner`.' })
  role!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days from the first in the role, or from the requirement’s own first day where that is later, by which it must be attended.' })
  withinDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Months after which it must be attended again; null for once.' })
  repeatMonths!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the requirement comes from.' })
  source!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day it is in force.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null while it is in force.' })
  validTo!: string | null;

  courseId!: string;
}

@ObjectType('LearningEvent', { description: 'A day on which a course is held. Seen by all staff.', simpleResolvers: true })
export class LearningEvent {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day.' })
  heldOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many can come.' })
  places!: number | null;

  courseId!: string;
}

@ObjectType('LearningBooking', { description: 'A worker’s place at an event, and what became of it. Seen by the worker, their line of management, the Principal Social Worker, QPA and HR.', simpleResolvers: true })
export class LearningBooking {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '`BOOKED`, `ATTENDED` or `ABSENT`.' })
  state!: string | null;

  @Field(() => Int, { nullable: true, description: 'How useful the worker found it, from 1 to 5; null until they say.' })
  score!: number | null;

  @Field(() => LongText, { nullable: true, description: 'What the worker said of it; null when nothing.' })
  comment!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the booking.' })
  version!: number | null;

  eventId!: string;
  workerId!: string;
}

@ObjectType('LearningDue', { description: 'A course that a worker’s roles require, and where the worker stands with it. Seen as a booking is.', simpleResolvers: true })
export class LearningDue {
  @Field(() => String, { nullable: true, description: '`MET`; `DUE`, not attended yet and still in time; `OVERDUE`, never attended in time; or `LAPSED`, attended once and due again since.' })
  standing!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it is to be attended, or again; null when once was enough and done.' })
  dueOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was attended last; null when never.' })
  lastAttendedOn!: string | null;

  courseId!: string;
}
