import { todayInLondon } from '@qaf/calendar';
import { command, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { bookLearning, evaluateLearning, recordAttendance } from './booking.service';
import { openCourse, planLearningEvent, requireCourse } from './course.service';
import { BookLearningInput, EvaluateLearningInput, OpenCourseInput, PlanLearningEventInput, RecordAttendanceInput, RequireCourseInput } from './learning.inputs';
import { bookingById, courseById, eventById } from './learning.queries';
import {
  BookLearningResult, BookLearningSuccess, EvaluateLearningResult, EvaluateLearningSuccess, OpenCourseResult, OpenCourseSuccess, PlanLearningEventResult, PlanLearningEventSuccess, RecordAttendanceResult, RecordAttendanceSuccess,
  RequireCourseResult, RequireCourseSuccess,
} from './learning.results';
import { Course, LearningBooking, LearningEvent } from './learning.type';

const CHANGE = { description: 'The change.' };
const BOOKING = { nullable: true, description: 'The booking as it stands now.' } as const;
const COURSE = { nullable: true, description: 'The course as it stands now.' } as const;

@Resolver(() => OpenCourseSuccess)
export class CourseChangeResolver {
  @Mutation(() => OpenCourseResult, { description: 'Adds a course.' })
  @Does('learning.plan')
  async openCourse(@Ctx() context: GraphContext, @Arg('input', () => OpenCourseInput, CHANGE) input: OpenCourseInput): Promise<object> {
    return command(context, 'openCourse', input, (tx) => openCourse(tx, input));
  }

  @Mutation(() => RequireCourseResult, { description: 'Requires a course of a role from a day on.' })
  @Does('learning.plan')
  async requireCourse(@Ctx() context: GraphContext, @Arg('input', () => RequireCourseInput, CHANGE) input: RequireCourseInput): Promise<object> {
    return command(context, 'requireCourse', input, (tx) => requireCourse(tx, input));
  }

  @Mutation(() => PlanLearningEventResult, { description: 'Plans a day on which a course is held.' })
  @Does('learning.plan')
  async planLearningEvent(@Ctx() context: GraphContext, @Arg('input', () => PlanLearningEventInput, CHANGE) input: PlanLearningEventInput): Promise<object> {
    return command(context, 'planLearningEvent', input, (tx) => planLearningEvent(tx, input));
  }

  @FieldResolver(() => Course, COURSE)
  async course(@Root() success: OpenCourseSuccess, @Ctx() { unit }: GraphContext): Promise<Course | null> {
    return unit.load(courseById, success.courseId);
  }
}

@Resolver(() => RequireCourseSuccess)
export class RequiredCourseResolver {
  @FieldResolver(() => Course, COURSE)
  async course(@Root() success: RequireCourseSuccess, @Ctx() { unit }: GraphContext): Promise<Course | null> {
    return unit.load(courseById, success.courseId);
  }
}

@Resolver(() => PlanLearningEventSuccess)
export class PlannedEventResolver {
  @FieldResolver(() => LearningEvent, { nullable: true, description: 'The event.' })
  async event(@Root() success: PlanLearningEventSuccess, @Ctx() { unit }: GraphContext): Promise<LearningEvent | null> {
    return unit.load(eventById, success.eventId);
  }
}

@Resolver(() => BookLearningSuccess)
export class BookingChangeResolver {
  @Mutation(() => BookLearningResult, { description: 'Books a place at an event, for oneself or for somebody whom one manages.' })
  @Does('learning.book')
  async bookLearning(@Ctx() context: GraphContext, @Arg('input', () => BookLearningInput, CHANGE) input: BookLearningInput): Promise<object> {
    return command(context, 'bookLearning', input, (tx) => bookLearning(tx, input));
  }

  @Mutation(() => RecordAttendanceResult, { description: 'Puts on record whether somebody came to an event.' })
  @Does('learning.plan')
  async recordAttendance(@Ctx() context: GraphContext, @Arg('input', () => RecordAttendanceInput, CHANGE) input: RecordAttendanceInput): Promise<object> {
    return command(context, 'recordAttendance', input, (tx) => recordAttendance(tx, input, todayInLondon(context.now)));
  }

  @Mutation(() => EvaluateLearningResult, { description: 'Says how useful an event was that the caller attended.' })
  @Does('learning.book')
  async evaluateLearning(@Ctx() context: GraphContext, @Arg('input', () => EvaluateLearningInput, CHANGE) input: EvaluateLearningInput): Promise<object> {
    return command(context, 'evaluateLearning', input, (tx) => evaluateLearning(tx, input));
  }

  @FieldResolver(() => LearningBooking, BOOKING)
  async booking(@Root() success: BookLearningSuccess, @Ctx() { unit }: GraphContext): Promise<LearningBooking | null> {
    return unit.load(bookingById, success.bookingId);
  }
}

@Resolver(() => RecordAttendanceSuccess)
export class AttendanceResolver {
  @FieldResolver(() => LearningBooking, BOOKING)
  async booking(@Root() success: RecordAttendanceSuccess, @Ctx() { unit }: GraphContext): Promise<LearningBooking | null> {
    return unit.load(bookingById, success.bookingId);
  }
}

@Resolver(() => EvaluateLearningSuccess)
export class EvaluationResolver {
  @FieldResolver(() => LearningBooking, BOOKING)
  async booking(@Root() success: EvaluateLearningSuccess, @Ctx() { unit }: GraphContext): Promise<LearningBooking | null> {
    return unit.load(bookingById, success.bookingId);
  }
}

export const learningChangeResolvers = [CourseChangeResolver, RequiredCourseResolver, PlannedEventResolver, BookingChangeResolver, AttendanceResolver, EvaluationResolver];
