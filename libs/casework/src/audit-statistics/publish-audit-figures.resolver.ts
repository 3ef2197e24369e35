import { command, CommandInput, Does, type GraphContext, resultOf, Text } from '@qaf/graph';
import { publishFigures, ReleaseDefinitionChanged, ReleaseNotProtected, ReleasePeriodNotFinished, ReleaseStepTooSmall } from '@qaf/release';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AUDIT_RELEASES } from './audit-grades.facts';

@InputType({ description: 'Which figures of audits are published.' })
export class PublishAuditFiguresInput extends CommandInput {
  @Field(() => Text, { description: '`audit-grades` or `priority-grades`.' })
  statistic!: string;

  @Field(() => Text, { description: 'A quarter that is over, such as `2018-19 Q1`.' })
  period!: string;
}

@ObjectType('PublishAuditFiguresSuccess', { description: 'The figures of the period are out. They do not change.', simpleResolvers: true })
export class PublishAuditFiguresSuccess {
  @Field(() => String, { description: 'The statistic’s code.' })
  statistic!: string;

  @Field(() => String, { description: 'The period’s code.' })
  period!: string;

  @Field(() => Int, { description: 'Which release of the period it is, from 1.' })
  version!: number;
}

export const PublishAuditFiguresResult = resultOf('PublishAuditFiguresResult', PublishAuditFiguresSuccess, [ReleasePeriodNotFinished, ReleaseStepTooSmall, ReleaseNotProtected, ReleaseDefinitionChanged]);

@Resolver()
export class PublishAuditFiguresResolver {
  @Mutation(() => PublishAuditFiguresResult, { description: 'Publishes the figures of a finished period at once, or again with what came late. Without it a machine publishes each period a fortnight after it ended. For the Principal Social Worker and QPA.' })
  @Does('release.publish')
  async publishAuditFigures(@Ctx() context: GraphContext, @Arg('input', () => PublishAuditFiguresInput, { description: 'The statistic and the period.' }) input: PublishAuditFiguresInput): Promise<object> {
    return command(context, 'publishAuditFigures', input, async (tx) => ({ __typename: 'PublishAuditFiguresSuccess', ...(await publishFigures(tx, AUDIT_RELEASES, { statistic: input.statistic, period: input.period }, context.now)) }));
  }
}
