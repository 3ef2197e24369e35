import { command, Does, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AUDIT_PROBLEMS } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { AcknowledgeAuditInput, CloseAuditInput, GiveAuditFeedbackInput } from './audit-feedback.inputs';
import { AuditAcknowledgementMissing, AuditActionMissing, AuditFeedbackGiven, AuditFeedbackMissing } from './audit-feedback.problems';
import { acknowledgeAudit, closeAudit, giveAuditFeedback } from './audit-feedback.service';

const GiveAuditFeedbackSuccess = auditSuccess('GiveAuditFeedbackSuccess', 'The feedback is on record, and the worker sees the audit.');
const AcknowledgeAuditSuccess = auditSuccess('AcknowledgeAuditSuccess', 'The acknowledgement is on record.');
const CloseAuditSuccess = auditSuccess('CloseAuditSuccess', 'The audit is closed.');
const GiveAuditFeedbackResult = resultOf('GiveAuditFeedbackResult', GiveAuditFeedbackSuccess, [...AUDIT_PROBLEMS, AuditFeedbackGiven]);
const AcknowledgeAuditResult = resultOf('AcknowledgeAuditResult', AcknowledgeAuditSuccess, [...AUDIT_PROBLEMS, AuditFeedbackGiven, AuditFeedbackMissing]);
const CloseAuditResult = resultOf('CloseAuditResult', CloseAuditSuccess, [...AUDIT_PROBLEMS, AuditActionMissing, AuditFeedbackMissing, AuditAcknowledgementMissing]);

@Resolver()
export class AuditFeedbackResolver {
  @Mutation(() => GiveAuditFeedbackResult, { description: 'Puts on record that the worker was given feedback; the worker sees the audit from then on. For its auditor, or who leads audits.' })
  @Does('audit.submit')
  async giveAuditFeedback(
    @Ctx() context: GraphContext,
    @Arg('input', () => GiveAuditFeedbackInput, { description: 'Which audit, and when.' }) input: GiveAuditFeedbackInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'giveAuditFeedback', input, (tx) => giveAuditFeedback(tx, input, context.now));
  }

  @Mutation(() => AcknowledgeAuditResult, { description: 'The worker acknowledges the feedback. For the worker whose case was audited.' })
  @Does('audit.acknowledge')
  async acknowledgeAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => AcknowledgeAuditInput, { description: 'Which audit, and what the worker says to it.' }) input: AcknowledgeAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'acknowledgeAudit', input, (tx) => acknowledgeAudit(tx, input, context.now));
  }

  @Mutation(() => CloseAuditResult, { description: 'Closes an audit. Refused while the worker has not acknowledged it, and while it is inadequate without an action. For its auditor, or who leads audits.' })
  @Does('audit.close')
  async closeAudit(
    @Ctx() context: GraphContext,
    @Arg('input', () => CloseAuditInput, { description: 'Which audit.' }) input: CloseAuditInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'closeAudit', input, (tx) => closeAudit(tx, input, context.now));
  }
}
