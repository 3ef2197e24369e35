import { todayInLondon } from '@qaf/calendar';
import { datedKey } from '@qaf/database';
import { connectionOf, Does, type GraphContext, listPage, listUnder, LocalDate, type Page, PageArgs, uuidOf, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { BOOKINGS, courseById, COURSES, eventById, EVENTS, placesLeftOf, requiredOf, requirementsOf } from './learning.queries';
import { standingsOf } from './learning.rules';
import { Course, CourseRequirement, LearningBooking, LearningDue, LearningEvent } from './learning.type';

const CourseConnection = connectionOf(() => Course, 'Course', 'courses');
const LearningEventConnection = connectionOf(() => LearningEvent, 'LearningEvent', 'learning events');
const LearningBookingConnection = connectionOf(() => LearningBooking, 'LearningBooking', 'places at learning events');

@Resolver(() => Course)
export class CourseResolver {
  @Query(() => CourseConnection, { description: 'The courses, by title.' })
  @Does('learning.read')
  async courses(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<Course>> {
    return listPage(unit, COURSES, { page, orderBy: 'TITLE' });
  }

  @FieldResolver(() => [CourseRequirement], { nullable: true, description: 'Roles for which it is, was or will be required.' })
  async requirements(@Root() { id }: Course, @Ctx() { unit }: GraphContext): Promise<CourseRequirement[]> {
    return unit.load(requirementsOf, id);
  }
}

@Resolver(() => LearningEvent)
export class LearningEventResolver {
  @Query(() => LearningEventConnection, { description: 'Days on which courses are held, the earliest first.' })
  @Does('learning.read')
  async learningEvents(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('courseId', () => ID, { nullable: true, description: 'Of this course alone.' }) courseId?: string,
    @Arg('from', () => LocalDate, { nullable: true, description: 'From this day on; today when left out.' }) from?: string,
  ): Promise<Page<LearningEvent>> {
    const where = new Where().and('e.held_on >= ?::date', from ?? todayInLondon(now));
    if (courseId != null) where.and('e.course_id = ?::uuid', uuidOf('Course', courseId));
    return listPage(unit, EVENTS, { page, orderBy: 'EARLIEST', where });
  }

  @FieldResolver(() => Course, { nullable: true, description: 'The course.' })
  async course(@Root() { courseId }: LearningEvent, @Ctx() { unit }: GraphContext): Promise<Course | null> {
    return unit.load(courseById, courseId);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many places are left.' })
  async placesLeft(@Root() { id }: LearningEvent, @Ctx() { unit }: GraphContext): Promise<number> {
    return (await unit.load(placesLeftOf, id))[0]?.n ?? 0;
  }
}

@Resolver(() => LearningBooking)
export class LearningBookingResolver {
  @FieldResolver(() => LearningEvent, { nullable: true, description: 'The event.' })
  async event(@Root() { eventId }: LearningBooking, @Ctx() { unit }: GraphContext): Promise<LearningEvent | null> {
    return unit.load(eventById, eventId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Whose place it is.' })
  async worker(@Root() { workerId }: LearningBooking, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return unit.load(workerById, workerId);
  }
}

@Resolver(() => LearningDue)
export class LearningDueResolver {
  @FieldResolver(() => Course, { nullable: true, description: 'The course.' })
  async course(@Root() { courseId }: LearningDue, @Ctx() { unit }: GraphContext): Promise<Course | null> {
    return unit.load(courseById, courseId);
  }
}

@Resolver(() => Worker)
export class WorkerLearningResolver {
  @FieldResolver(() => LearningBookingConnection, { nullable: true, description: 'The worker’s places at events, the latest first; none for those who may not see them.' })
  async learning(@Root() { id }: Worker, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<LearningBooking>> {
    return listUnder(unit, BOOKINGS, 'worker', id, { page, orderBy: 'NEWEST' });
  }

  @FieldResolver(() => [LearningDue], { nullable: true, description: 'The courses that the worker’s roles require today, with what is due or lapsed, by title; empty for those who may not see the worker’s bookings.' })
  async learningDue(@Root() { id }: Worker, @Ctx() { unit, now }: GraphContext): Promise<LearningDue[]> {
    const today = todayInLondon(now);
    return standingsOf(await unit.load(requiredOf, datedKey(id, today)), today);
  }
}

export const learningResolvers = [CourseResolver, LearningEventResolver, LearningBookingResolver, LearningDueResolver, WorkerLearningResolver];
