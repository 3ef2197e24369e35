import { command, Does, type GraphContext, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CorrectChildReferenceInput, MergeChildrenInput } from './child-mending.inputs';
import { CorrectChildReferenceResult, MergeChildrenResult } from './child-mending.results';
import { correctChildReference } from './correct-reference.service';
import { mergeChildren } from './merge-children.service';

@Resolver()
export class ChildMendingResolver {
  @Mutation(() => CorrectChildReferenceResult, { description: 'Gives a child the reference that it has in truth. For the Principal Social Worker and QPA; a reason is needed, and the old one stays in the history.' })
  @Does('child.mend')
  async correctChildReference(
    @Ctx() context: GraphContext,
    @Arg('input', () => CorrectChildReferenceInput, { description: 'Which child, which reference, and why.' }) input: CorrectChildReferenceInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'correctChildReference', input, (tx) => correctChildReference(tx, input, context.now));
  }

  @Mutation(() => MergeChildrenResult, { description: 'Makes two records of one child one. The reference of the one that goes leads to the one that stays, for imports too. For the Principal Social Worker and QPA; a reason is needed. It cannot be taken back.' })
  @Does('child.mend')
  async mergeChildren(
    @Ctx() context: GraphContext,
    @Arg('input', () => MergeChildrenInput, { description: 'Which record stays, which goes, and why.' }) input: MergeChildrenInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'mergeChildren', input, (tx) => mergeChildren(tx, input, context.now));
  }
}
