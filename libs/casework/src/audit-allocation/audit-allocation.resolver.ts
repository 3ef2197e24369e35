import { command, Does, type GraphContext, resultOf, type ProblemValue, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AuditorManagesWorker, AuditStateWrong, AuditVersionStale } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { AllocateAuditInput, WithdrawAuditInput } from './audit-allocation.inputs';
import { AuditorHasLeft, AuditorIsWorker, AuditOutsideStream, AuditToolNotForService } from './audit-allocation.problems';
import { allocateAudit, withdrawAudit } from './audit-allocation.service';

const AllocateAuditSuccess = auditSuccess('AllocateAuditSuccess', 'The audit was allocated.');
const WithdrawAuditSuccess = auditSuccess('WithdrawAuditSuccess', 'The audit was withdrawn.');
const AllocateAuditResult = resultOf('AllocateAuditResult', AllocateAuditSuccess, [AuditorIsWorker, AuditorManagesWorker, AuditorHasLeft, AuditOutsideStream, AuditToolNotForService]);
const WithdrawAuditResult = resultOf('WithdrawAuditResult', WithdrawAuditSuccess, [AuditVersionStale, AuditStateWrong, AuditOutsideStream]);

@Resolver()
export class AuditAllocationResolver {
  @Mutation(() => AllocateAuditResult, { description: 'Gives an audit of a child’s file to an auditor. For quality everywhere, and for the heads of the streams that audit by themselves.' })
  @Does('audit.allocate')
  async allocateAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => AllocateAuditInput, { description: 'Which child, by whom, by when.' }) input: AllocateAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'allocateAudit', input, (tx) => allocateAudit(tx, input, context.now));
  }

  @Mutation(() => WithdrawAuditResult, { description: 'Ends an audit before it is graded, with a reason. For those who allocate.' })
  @Does('audit.allocate')
  async withdrawAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => WithdrawAuditInput, { description: 'Which audit, and why.' }) input: WithdrawAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'withdrawAudit', input, (tx) => withdrawAudit(tx, input));
  }
}
