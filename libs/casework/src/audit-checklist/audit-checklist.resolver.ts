import { command, Does, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AUDIT_PROBLEMS, AuditorManagesWorker } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { AuditorHasLeft, AuditorIsWorker } from '../audit-allocation/audit-allocation.problems';
import { CompleteAuditChecklistInput, StartAuditInput } from './audit-checklist.inputs';
import { AuditChecklistIncomplete, AuditChecklistMissing } from './audit-checklist.problems';
import { completeAuditChecklist, startAudit } from './audit-checklist.service';

const CompleteAuditChecklistSuccess = auditSuccess('CompleteAuditChecklistSuccess', 'The checklist is done.');
const StartAuditSuccess = auditSuccess('StartAuditSuccess', 'The audit is in progress.');
const CompleteAuditChecklistResult = resultOf('CompleteAuditChecklistResult', CompleteAuditChecklistSuccess, [...AUDIT_PROBLEMS, AuditChecklistIncomplete]);
const StartAuditResult = resultOf('StartAuditResult', StartAuditSuccess, [...AUDIT_PROBLEMS, AuditChecklistMissing, AuditorManagesWorker, AuditorIsWorker, AuditorHasLeft]);

@Resolver()
export class AuditChecklistResolver {
  @Mutation(() => CompleteAuditChecklistResult, { description: 'Completes the checklist before an audit. For the practitioner whose case it is, or their manager in their place.' })
  @Does('audit.checklist')
  async completeAuditChecklist(
    @Ctx() context: GraphContext,
    @Arg('input', () => CompleteAuditChecklistInput, { description: 'Which audit, and what was found.' }) input: CompleteAuditChecklistInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'completeAuditChecklist', input, (tx) => completeAuditChecklist(tx, input, context.now));
  }

  @Mutation(() => StartAuditResult, { description: 'Begins an audit, once the checklist is done. For its auditor.' })
  @Does('audit.grade')
  async startAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => StartAuditInput, { description: 'Which audit.' }) input: StartAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'startAudit', input, (tx) => startAudit(tx, input, context.now));
  }
}
