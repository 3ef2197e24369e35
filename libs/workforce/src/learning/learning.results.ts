import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { CourseCodeTaken, CourseRequiredAlready, LearningBookedAlready, LearningBookingVersionStale, LearningEventFull, LearningEventNotHeld, LearningNotAttended } from './learning.problems';

@ObjectType('OpenCourseSuccess', { description: 'The course can be required and held.', simpleResolvers: true })
export class OpenCourseSuccess {
  courseId!: string;
}

@ObjectType('RequireCourseSuccess', { description: 'The course is required of the role from that day.', simpleResolvers: true })
export class RequireCourseSuccess {
  courseId!: string;
}

@ObjectType('PlanLearningEventSuccess', { description: 'The event can be booked.', simpleResolvers: true })
export class PlanLearningEventSuccess {
  eventId!: string;
}

@ObjectType('BookLearningSuccess', { description: 'The worker has a place.', simpleResolvers: true })
export class BookLearningSuccess {
  bookingId!: string;
}

@ObjectType('RecordAttendanceSuccess', { description: 'Whether the worker came is on record.', simpleResolvers: true })
export class RecordAttendanceSuccess {
  bookingId!: string;
}

@ObjectType('EvaluateLearningSuccess', { description: 'What the worker says is on record.', simpleResolvers: true })
export class EvaluateLearningSuccess {
  bookingId!: string;
}

export const OpenCourseResult = resultOf('OpenCourseResult', OpenCourseSuccess, [CourseCodeTaken]);
export const RequireCourseResult = resultOf('RequireCourseResult', RequireCourseSuccess, [CourseRequiredAlready]);
export const PlanLearningEventResult = resultOf('PlanLearningEventResult', PlanLearningEventSuccess);
export const BookLearningResult = resultOf('BookLearningResult', BookLearningSuccess, [LearningBookedAlready, LearningEventFull]);
export const RecordAttendanceResult = resultOf('RecordAttendanceResult', RecordAttendanceSuccess, [LearningBookingVersionStale, LearningEventNotHeld]);
export const EvaluateLearningResult = resultOf('EvaluateLearningResult', EvaluateLearningSuccess, [LearningBookingVersionStale, LearningNotAttended]);
