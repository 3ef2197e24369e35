import { command, Does, type GraphContext } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { actUp, endActingUp } from './acting-up.service';
import { appointWorker } from './appointment.service';
import { ActUpInput, AppointWorkerInput, ChangeHoursInput, EndActingUpInput, TransferWorkerInput } from './holding.inputs';
import { ActUpResult, ActUpSuccess, AppointWorkerResult, AppointWorkerSuccess, ChangeHoursResult, ChangeHoursSuccess, EndActingUpResult, EndActingUpSuccess, type HoldingSuccess, TransferWorkerResult, TransferWorkerSuccess } from './holding.results';
import { changeHours, transferWorker } from './transfer.service';

const CHANGE = { description: 'The change.' };

@Resolver()
export class HoldingChangeResolver {
  @Mutation(() => AppointWorkerResult, { description: 'Puts somebody in a post: somebody new, who comes on record with it, or somebody who comes back. A way to sign in is given by the administrator.' })
  @Does('employment.change')
  async appointWorker(@Ctx() context: GraphContext, @Arg('input', () => AppointWorkerInput, CHANGE) input: AppointWorkerInput): Promise<object> {
    return command(context, 'appointWorker', input, (tx) => appointWorker(tx, input));
  }

  @Mutation(() => TransferWorkerResult, { description: 'Moves a worker to another post from a day on, and with it to its team. The post before is vacant from then.' })
  @Does('post.change')
  async transferWorker(@Ctx() context: GraphContext, @Arg('input', () => TransferWorkerInput, CHANGE) input: TransferWorkerInput): Promise<object> {
    return command(context, 'transferWorker', input, (tx) => transferWorker(tx, input));
  }

  @Mutation(() => ActUpResult, { description: 'Lets a worker act up into another post for a time. Their own post is not vacant meanwhile; the other still is, unless its holder is away.' })
  @Does('post.change')
  async actUp(@Ctx() context: GraphContext, @Arg('input', () => ActUpInput, CHANGE) input: ActUpInput): Promise<object> {
    return command(context, 'actUp', input, (tx) => actUp(tx, input));
  }

  @Mutation(() => EndActingUpResult, { description: 'Ends a worker’s acting up with a day.' })
  @Does('post.change')
  async endActingUp(@Ctx() context: GraphContext, @Arg('input', () => EndActingUpInput, CHANGE) input: EndActingUpInput): Promise<object> {
    return command(context, 'endActingUp', input, (tx) => endActingUp(tx, input));
  }

  @Mutation(() => ChangeHoursResult, { description: 'Changes a worker’s hours from a day on.' })
  @Does('employment.change')
  async changeHours(@Ctx() context: GraphContext, @Arg('input', () => ChangeHoursInput, CHANGE) input: ChangeHoursInput): Promise<object> {
    return command(context, 'changeHours', input, (tx) => changeHours(tx, input));
  }
}

const WORKER = { nullable: true, description: 'The worker as they stand now.' } as const;
const workerOf = ({ workerId }: HoldingSuccess, { unit }: GraphContext): Promise<Worker | null> => unit.load(workerById, workerId);

@Resolver(() => AppointWorkerSuccess)
export class AppointedResolver {
  @FieldResolver(() => Worker, WORKER)
  async worker(@Root() success: AppointWorkerSuccess, @Ctx() context: GraphContext): Promise<Worker | null> {
    return workerOf(success, context);
  }
}

@Resolver(() => TransferWorkerSuccess)
export class TransferredResolver {
  @FieldResolver(() => Worker, WORKER)
  async worker(@Root() success: TransferWorkerSuccess, @Ctx() context: GraphContext): Promise<Worker | null> {
    return workerOf(success, context);
  }
}

@Resolver(() => ActUpSuccess)
export class ActingUpResolver {
  @FieldResolver(() => Worker, WORKER)
  async worker(@Root() success: ActUpSuccess, @Ctx() context: GraphContext): Promise<Worker | null> {
    return workerOf(success, context);
  }
}

@Resolver(() => EndActingUpSuccess)
export class ActedUpResolver {
  @FieldResolver(() => Worker, WORKER)
  async worker(@Root() success: EndActingUpSuccess, @Ctx() context: GraphContext): Promise<Worker | null> {
    return workerOf(success, context);
  }
}

@Resolver(() => ChangeHoursSuccess)
export class HoursResolver {
  @FieldResolver(() => Worker, WORKER)
  async worker(@Root() success: ChangeHoursSuccess, @Ctx() context: GraphContext): Promise<Worker | null> {
    return workerOf(success, context);
  }
}

export const holdingChangeResolvers = [HoldingChangeResolver, AppointedResolver, TransferredResolver, ActingUpResolver, ActedUpResolver, HoursResolver];
