import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('CourseCodeTaken', { implements: Problem, description: 'Another course has this code.', simpleResolvers: true })
export class CourseCodeTaken extends Problem {}

@ObjectType('CourseRequiredAlready', { implements: Problem, description: 'The course is required of the role at that time already.', simpleResolvers: true })
export class CourseRequiredAlready extends Problem {}

@ObjectType('LearningEventFull', { implements: Problem, description: 'Every place at the event is taken.', simpleResolvers: true })
export class LearningEventFull extends Problem {}

@ObjectType('LearningBookedAlready', { implements: Problem, description: 'The worker has a place at the event.', simpleResolvers: true })
export class LearningBookedAlready extends Problem {}

@ObjectType('LearningEventNotHeld', { implements: Problem, description: 'The event is still to come: nobody attended it yet.', simpleResolvers: true })
export class LearningEventNotHeld extends Problem {}

@ObjectType('LearningNotAttended', { implements: Problem, description: 'The worker is not on record as having attended.', simpleResolvers: true })
export class LearningNotAttended extends Problem {}

@ObjectType('LearningBookingVersionStale', { implements: Problem, description: 'Somebody changed the booking since the caller read it.', simpleResolvers: true })
export class LearningBookingVersionStale extends VersionStale {}
