import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { ManagementLineCircular, WorkerHasLeft, WorkerManagesSelf, WorkerVersionStale } from '../placement/placement.problems';
import { PostClosed, PostHeld } from '../post/post.problems';
import { LaterChangeOnRecord, StaffNumberTaken, WorkerActsUpAlready, WorkerDoesNotActUp, WorkerHoldsNoPost, WorkerStillEmployed } from './holding.problems';

/** What each change of a worker's post answers: the worker, read after it. */
export class HoldingSuccess {
  workerId!: string;
}

@ObjectType('AppointWorkerSuccess', { description: 'The worker is in the post from that day.', simpleResolvers: true })
export class AppointWorkerSuccess extends HoldingSuccess {}

@ObjectType('TransferWorkerSuccess', { description: 'The worker is in the other post, and its team, from that day.', simpleResolvers: true })
export class TransferWorkerSuccess extends HoldingSuccess {}

@ObjectType('ActUpSuccess', { description: 'The worker acts up into the post; their own is kept for them.', simpleResolvers: true })
export class ActUpSuccess extends HoldingSuccess {}

@ObjectType('EndActingUpSuccess', { description: 'The worker is back in their own post the day after.', simpleResolvers: true })
export class EndActingUpSuccess extends HoldingSuccess {}

@ObjectType('ChangeHoursSuccess', { description: 'The worker’s hours are changed from that day; those before stay on record.', simpleResolvers: true })
export class ChangeHoursSuccess extends HoldingSuccess {}

const LINE = [ManagementLineCircular, WorkerManagesSelf];

export const AppointWorkerResult = resultOf('AppointWorkerResult', AppointWorkerSuccess, [PostClosed, PostHeld, WorkerStillEmployed, StaffNumberTaken, ...LINE]);
export const TransferWorkerResult = resultOf('TransferWorkerResult', TransferWorkerSuccess, [WorkerVersionStale, WorkerHasLeft, WorkerHoldsNoPost, PostClosed, PostHeld, LaterChangeOnRecord, ...LINE]);
export const ActUpResult = resultOf('ActUpResult', ActUpSuccess, [WorkerVersionStale, WorkerHasLeft, WorkerHoldsNoPost, PostClosed, PostHeld, WorkerActsUpAlready]);
export const EndActingUpResult = resultOf('EndActingUpResult', EndActingUpSuccess, [WorkerVersionStale, WorkerDoesNotActUp]);
export const ChangeHoursResult = resultOf('ChangeHoursResult', ChangeHoursSuccess, [WorkerVersionStale, WorkerHasLeft, WorkerHoldsNoPost, LaterChangeOnRecord]);
