import { command, Does, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AuditorHasLeft } from '../audit-allocation/audit-allocation.problems';
import { sampleById } from '../sample/sample.queries';
import { Sample } from '../sample/sample.type';
import { AllocateSampleInput } from './sample-allocation.inputs';
import { allocateSample } from './sample-allocation.service';

@ObjectType('AllocateSampleSuccess', { description: 'The drawn cases are given out.' })
class AllocateSampleSuccess {
  sampleId!: string;

  @Field(() => Int, { description: 'How many audits were allocated by this.' })
  allocated!: number;

  @Field(() => Int, { description: 'How many drawn cases have no audit still, as none of these auditors may have them: ask others.' })
  leftOver!: number;

  @Field(() => Sample, { nullable: true, description: 'The sample, with the audits of its cases.' })
  sample(@Ctx() { unit }: GraphContext): Promise<Sample | null> {
    return unit.load(sampleById, this.sampleId);
  }
}

const AllocateSampleResult = resultOf('AllocateSampleResult', AllocateSampleSuccess, [AuditorHasLeft]);

@Resolver()
export class SampleAllocationResolver {
  @Mutation(() => AllocateSampleResult, { description: 'Gives the drawn cases of a sample to auditors by what the schedule asks of their roles and by what they have already, never a case of their own or of a worker they manage. For those who drew it, and quality.' })
  @Does('audit.allocate')
  async allocateSample(@Ctx() context: GraphContext, @Arg('input', () => AllocateSampleInput, { description: 'Which sample, among whom, by when.' }) input: AllocateSampleInput): Promise<Success | ProblemValue> {
    return command(context, 'allocateSample', input, (tx) => allocateSample(tx, input, context.now));
  }
}
