import { Does, type GraphContext, Text } from '@qaf/graph';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { codesOfKind } from './workforce-code.queries';
import { WorkforceCode } from './workforce-code.type';

@Resolver(() => WorkforceCode)
export class WorkforceCodeResolver {
  @Query(() => [WorkforceCode], { description: 'The codes of one kind, those that are no longer in force too, in the order of the return. Empty for a kind that there is not.' })
  @Does('post.read')
  async workforceCodes(
    @Ctx() { unit }: GraphContext,
    @Arg('kind', () => Text, { defaultValue: 'RETURN_ROLE', description: 'The kind, as in `WorkforceCode.kind`.' }) kind: string,
  ): Promise<WorkforceCode[]> {
    return unit.load(codesOfKind, kind);
  }
}
