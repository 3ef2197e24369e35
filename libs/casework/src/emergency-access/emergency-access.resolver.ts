import { command, Does, globalId, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { Worker, workerRef } from '../worker/worker.type';
import { SeeBeyondInput } from './emergency-access.inputs';
import { emergencyAccessById } from './emergency-access.queries';
import { seeBeyond } from './emergency-access.service';
import { EmergencyAccess } from './emergency-access.type';

@ObjectType('SeeBeyondSuccess', { description: 'The child is there for the caller for a day, and information governance is told.' })
export class SeeBeyondSuccess {
  accessId!: string;
  childId!: string;

  @Field(() => EmergencyAccess, { nullable: true, description: 'What was granted, and until when.' })
  access(@Ctx() { unit }: GraphContext): Promise<EmergencyAccess | null> {
    return unit.load(emergencyAccessById, this.accessId);
  }

  @Field(() => Child, { nullable: true, description: 'The child.' })
  child(@Ctx() { unit }: GraphContext): Promise<Child | null> {
    return unit.load(childById, this.childId);
  }
}

const SeeBeyondResult = resultOf('SeeBeyondResult', SeeBeyondSuccess);

@Resolver(() => EmergencyAccess)
export class EmergencyAccessResolver {
  @Mutation(() => SeeBeyondResult, {
    description: 'Lets a manager see one child beyond their rows for a day, in an emergency: the child, its episodes, meetings and visits, and what the child said. It is on record, and information governance is told at once. A locked child stays absent.',
  })
  @Does('access.extend')
  async seeBeyond(
    @Ctx() context: GraphContext,
    @Arg('input', () => SeeBeyondInput, { description: 'Which child, and why.' }) input: SeeBeyondInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'seeBeyond', input, (tx) => seeBeyond(tx, input));
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who saw the child.' })
  worker(@Root() access: EmergencyAccess): Worker | null {
    return workerRef(access.workerId);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The id of the child who was seen, as the record of access names it; it opens nothing by itself.' })
  childId(@Root() access: EmergencyAccess): string | null {
    return access.childId ? globalId('Child', access.childId) : null;
  }
}
