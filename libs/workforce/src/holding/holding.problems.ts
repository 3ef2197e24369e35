import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('WorkerStillEmployed', { implements: Problem, description: 'The worker is employed, or in a post, at that time already: transfer them, or record their last day first.', simpleResolvers: true })
export class WorkerStillEmployed extends Problem {}

@ObjectType('WorkerHoldsNoPost', { implements: Problem, description: 'The worker is in no post on that day: appoint them to one.', simpleResolvers: true })
export class WorkerHoldsNoPost extends Problem {}

@ObjectType('WorkerHoldsPost', { implements: Problem, description: 'The worker is in a post, and their team is the post’s: transfer them to a post of the other team.', simpleResolvers: true })
export class WorkerHoldsPost extends Problem {}

@ObjectType('StaffNumberTaken', { implements: Problem, description: 'Another worker has this staff number.', simpleResolvers: true })
export class StaffNumberTaken extends Problem {}

@ObjectType('WorkerActsUpAlready', { implements: Problem, description: 'The worker acts up into another post at that time.', simpleResolvers: true })
export class WorkerActsUpAlready extends Problem {}

@ObjectType('WorkerDoesNotActUp', { implements: Problem, description: 'The worker acts up into no post on that day.', simpleResolvers: true })
export class WorkerDoesNotActUp extends Problem {}

@ObjectType('LaterChangeOnRecord', { implements: Problem, description: 'A later change of the worker’s post is on record; what is asked for would overrule it.', simpleResolvers: true })
export class LaterChangeOnRecord extends Problem {}
