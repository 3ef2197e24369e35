import { command, CommandInput, Does, type GraphContext, resultOf, Text } from '@qaf/graph';
import { publishFigures, ReleaseDefinitionChanged, ReleaseNotProtected, ReleasePeriodNotFinished, ReleaseStepTooSmall } from '@qaf/release';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { SEEN_ALONE_RELEASE } from './seen-alone.facts';
import { SEEN_ALONE } from './seen-alone.statistic';

@InputType({ description: 'Of which quarter the children seen alone are published.' })
export class PublishSeenAloneInput extends CommandInput {
  @Field(() => Text, { description: 'A quarter that is over, such as `2018-19 Q1`.' })
  period!: string;
}

@ObjectType('PublishSeenAloneSuccess', { description: 'The figures of the quarter are out. They do not change.', simpleResolvers: true })
export class PublishSeenAloneSuccess {
  @Field(() => String, { description: 'The quarter’s code.' })
  period!: string;

  @Field(() => Int, { description: 'Which release of the quarter it is, from 1.' })
  version!: number;
}

export const PublishSeenAloneResult = resultOf('PublishSeenAloneResult', PublishSeenAloneSuccess, [ReleasePeriodNotFinished, ReleaseStepTooSmall, ReleaseNotProtected, ReleaseDefinitionChanged]);

@Resolver()
export class PublishSeenAloneResolver {
  @Mutation(() => PublishSeenAloneResult, { description: 'Publishes the share of children seen alone in a finished quarter at once, or again with what came late. Without it a machine publishes each quarter a fortnight after it ended. For the Principal Social Worker and QPA.' })
  @Does('release.publish')
  async publishSeenAlone(@Ctx() context: GraphContext, @Arg('input', () => PublishSeenAloneInput, { description: 'The quarter.' }) input: PublishSeenAloneInput): Promise<object> {
    return command(context, 'publishSeenAlone', input, async (tx) => ({ __typename: 'PublishSeenAloneSuccess', ...(await publishFigures(tx, [SEEN_ALONE_RELEASE], { statistic: SEEN_ALONE.code, period: input.period }, context.now)) }));
  }
}
