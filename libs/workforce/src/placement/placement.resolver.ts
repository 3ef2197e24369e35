import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { MoveWorkerInput, RecordLeaverInput } from './placement.inputs';
import { ManagementLineCircular, WorkerHasLeft, WorkerManagesSelf, WorkerVersionStale } from './placement.problems';
import { LaterChangeOnRecord, WorkerHoldsPost } from '../holding/holding.problems';
import { moveWorker, recordLeaver } from './placement.service';

@ObjectType('MoveWorkerSuccess', { description: 'The worker’s place is changed.', simpleResolvers: true })
export class MoveWorkerSuccess {
  workerId!: string;
}

@ObjectType('RecordLeaverSuccess', { description: 'The worker’s last day is on record; places and lines of management end with it.', simpleResolvers: true })
export class RecordLeaverSuccess {
  workerId!: string;
}

const MoveWorkerResult = resultOf('MoveWorkerResult', MoveWorkerSuccess, [WorkerVersionStale, WorkerHasLeft, ManagementLineCircular, WorkerManagesSelf, WorkerHoldsPost]);
const RecordLeaverResult = resultOf('RecordLeaverResult', RecordLeaverSuccess, [WorkerVersionStale, WorkerHasLeft, LaterChangeOnRecord]);

@Resolver(() => MoveWorkerSuccess)
export class PlacementResolver {
  @Mutation(() => MoveWorkerResult, { description: 'Moves a worker to another team or manager from a day on. What held before stays on record for questions about the past.' })
  @Does('organisation.change')
  async moveWorker(@Ctx() context: GraphContext, @Arg('input', () => MoveWorkerInput, { description: 'The move.' }) input: MoveWorkerInput): Promise<object> {
    return command(context, 'moveWorker', input, (tx) => moveWorker(tx, input));
  }

  @Mutation(() => RecordLeaverResult, { description: 'Puts a worker’s last day on record. Nothing about the worker is removed.' })
  @Does('employment.change')
  async recordLeaver(@Ctx() context: GraphContext, @Arg('input', () => RecordLeaverInput, { description: 'The last day and the reason.' }) input: RecordLeaverInput): Promise<object> {
    return command(context, 'recordLeaver', input, (tx) => recordLeaver(tx, input));
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The worker as they stand now.' })
  async worker(@Root() success: MoveWorkerSuccess, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return unit.load(workerById, success.workerId);
  }
}

@Resolver(() => RecordLeaverSuccess)
export class LeaverResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'The worker as they stand now.' })
  async worker(@Root() success: RecordLeaverSuccess, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return unit.load(workerById, success.workerId);
  }
}
