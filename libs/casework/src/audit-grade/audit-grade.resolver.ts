import { command, Does, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AUDIT_PROBLEMS, AuditorManagesWorker } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { AuditorHasLeft, AuditorIsWorker } from '../audit-allocation/audit-allocation.problems';
import { ModerateAuditInput, SubmitAuditInput } from './audit-grade.inputs';
import { AuditAnswersMissing, AuditEvidenceMissing, AuditModeratorIsAuditor } from './audit-grade.problems';
import { moderateAudit, submitAudit } from './audit-grade.service';

const SubmitAuditSuccess = auditSuccess('SubmitAuditSuccess', 'The audit is submitted; an inadequate one opens an action.');
const ModerateAuditSuccess = auditSuccess('ModerateAuditSuccess', 'The audit is moderated; the moderator’s grade counts.');
const SubmitAuditResult = resultOf('SubmitAuditResult', SubmitAuditSuccess, [...AUDIT_PROBLEMS, AuditAnswersMissing, AuditEvidenceMissing, AuditorManagesWorker, AuditorIsWorker, AuditorHasLeft]);
const ModerateAuditResult = resultOf('ModerateAuditResult', ModerateAuditSuccess, [...AUDIT_PROBLEMS, AuditModeratorIsAuditor]);

@Resolver()
export class AuditGradeResolver {
  @Mutation(() => SubmitAuditResult, { description: 'Ends an audit in progress with an overall grade and its reason. For its auditor.' })
  @Does('audit.submit')
  async submitAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => SubmitAuditInput, { description: 'Which audit, and the judgement.' }) input: SubmitAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'submitAudit', input, (tx) => submitAudit(tx, input, context.now));
  }

  @Mutation(() => ModerateAuditResult, { description: 'Grades a submitted audit a second time. For those who lead audits, never for its auditor.' })
  @Does('audit.moderate')
  async moderateAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => ModerateAuditInput, { description: 'Which audit, and the second judgement.' }) input: ModerateAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'moderateAudit', input, (tx) => moderateAudit(tx, input, context.now));
  }
}
