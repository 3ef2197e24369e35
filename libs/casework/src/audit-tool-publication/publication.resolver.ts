import { command, Does, type GraphContext, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AuditToolIncomplete, AuditToolPilotOpen, TOOL_PROBLEMS } from '../audit-tool-design/design.problems';
import { toolResult } from '../audit-tool-design/tool-success';
import { PilotAuditToolVersionInput, PublishAuditToolVersionInput, RetireAuditToolVersionInput } from './publication.inputs';
import { pilotVersion, publishVersion, retireVersion } from './publication.service';

const PilotAuditToolVersionResult = toolResult('PilotAuditToolVersion', 'The version is being piloted.', [...TOOL_PROBLEMS, AuditToolIncomplete, AuditToolPilotOpen]);
const PublishAuditToolVersionResult = toolResult('PublishAuditToolVersion', 'The version is in use; the one before it is retired.', [...TOOL_PROBLEMS, AuditToolIncomplete]);
const RetireAuditToolVersionResult = toolResult('RetireAuditToolVersion', 'The version is no longer given out.', TOOL_PROBLEMS);

const WHICH = { description: 'Which version.' } as const;
type Outcome = Promise<Success | ProblemValue>;

@Resolver()
export class AuditToolPublicationResolver {
  @Mutation(() => PilotAuditToolVersionResult, { description: 'Lets audits be tried on a draft, which does not change from now on. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.publish')
  async pilotAuditToolVersion(@Ctx() context: GraphContext, @Arg('input', () => PilotAuditToolVersionInput, WHICH) input: PilotAuditToolVersionInput): Outcome {
    return command(context, 'pilotAuditToolVersion', input, (tx) => pilotVersion(tx, input, context.now));
  }

  @Mutation(() => PublishAuditToolVersionResult, { description: 'Puts a draft or a pilot in use and retires the version before it. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.publish')
  async publishAuditToolVersion(@Ctx() context: GraphContext, @Arg('input', () => PublishAuditToolVersionInput, WHICH) input: PublishAuditToolVersionInput): Outcome {
    return command(context, 'publishAuditToolVersion', input, (tx) => publishVersion(tx, input, context.now));
  }

  @Mutation(() => RetireAuditToolVersionResult, { description: 'Takes a version out of use; audits allocated on it go on with it. For the Principal Social Worker and QPA.' })
  @Does('audit-tool.publish')
  async retireAuditToolVersion(@Ctx() context: GraphContext, @Arg('input', () => RetireAuditToolVersionInput, WHICH) input: RetireAuditToolVersionInput): Outcome {
    return command(context, 'retireAuditToolVersion', input, (tx) => retireVersion(tx, input, context.now));
  }
}
