import { command, Does, type GraphContext, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AUDIT_PROBLEMS } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { Audit } from '../audit/audit.type';
import { questionsOfVersion } from '../audit-tool/audit-tool.queries';
import { AuditQuestion } from '../audit-tool/audit-tool.type';
import { SaveAuditAnswersInput } from './audit-answer.inputs';
import { unansweredKeys } from './unanswered.rules';
import { AuditAnswerInvalid } from './audit-answer.problems';
import { answersOfAudit } from './audit-answer.queries';
import { saveAuditAnswers } from './audit-answer.service';
import { AuditAnswer, AuditAnswerChange } from './audit-answer.type';
import { Worker, workerRef } from '../worker/worker.type';

const SaveAuditAnswersSuccess = auditSuccess('SaveAuditAnswersSuccess', 'The answers are kept.');
const SaveAuditAnswersResult = resultOf('SaveAuditAnswersResult', SaveAuditAnswersSuccess, [...AUDIT_PROBLEMS, AuditAnswerInvalid]);

@Resolver(() => Audit)
export class AuditAnswersResolver {
  @FieldResolver(() => [AuditAnswer], { nullable: true, description: 'The answers given so far, in the order of the questions.' })
  async answers(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<AuditAnswer[]> {
    return unit.load(answersOfAudit, audit.id);
  }

  @FieldResolver(() => [String], { nullable: true, description: 'Keys of the questions that are asked, given the answers so far, and must be answered still; empty when the audit could be submitted.' })
  async unanswered(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<string[] | null> {
    if (!audit.toolVersionId) return null;
    const [questions, answers] = await Promise.all([unit.load(questionsOfVersion, audit.toolVersionId), unit.load(answersOfAudit, audit.id)]);
    return unansweredKeys(questions, answers);
  }

  @Mutation(() => SaveAuditAnswersResult, { description: 'Keeps answers of an audit in progress, all or none. For its auditor.' })
  @Does('audit.grade')
  async saveAuditAnswers(
    @Ctx() context: GraphContext,
    @Arg('input', () => SaveAuditAnswersInput, { description: 'Which audit, and the answers.' }) input: SaveAuditAnswersInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'saveAuditAnswers', input, (tx) => saveAuditAnswers(tx, input, context.now));
  }
}

@Resolver(() => AuditAnswer)
export class AuditAnswerResolver {
  @FieldResolver(() => AuditQuestion, { nullable: true, description: 'The question that it answers.' })
  async question(@Root() answer: AuditAnswer, @Ctx() { unit }: GraphContext): Promise<AuditQuestion | null> {
    const questions = await unit.load(questionsOfVersion, answer.toolVersionId);
    return questions.find((question) => question.key === answer.questionKey) ?? null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who gave it last; null for one that was loaded without it.' })
  answeredBy(@Root() answer: AuditAnswer): Worker | null {
    return workerRef(answer.answeredById);
  }
}

@Resolver(() => AuditAnswerChange)
export class AuditAnswerChangeResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'Who gave it.' })
  answeredBy(@Root() change: AuditAnswerChange): Worker | null {
    return workerRef(change.answeredById);
  }
}
