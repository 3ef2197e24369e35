import type { CommandTransaction } from '@qaf/database';
import type { Success } from '@qaf/graph';
import { auditFor, changeAudit, mustBeAuditor } from '../audit/audit.change';
import { AuditAnswerRow } from './audit-answer.entity';
import type { AuditAnswerInput, SaveAuditAnswersInput } from './audit-answer.inputs';
import { answersFault, type QuestionKind } from './audit-answer.rules';

/** Keeps answers of an audit in progress; one given anew replaces the last, which its history remembers. */
export async function saveAuditAnswers(tx: CommandTransaction, input: SaveAuditAnswersInput): Promise<Success> {
  const { audit, next } = await auditFor(tx, 'answer', input);
  mustBeAuditor(tx, audit);
  const questions = await tx.query<{ key: string; kind: QuestionKind }>('select key, kind from audit_question where version_id = $1', [audit.toolVersionId]);
  const fault = answersFault(new Map(questions.map(({ key, kind }) => [key, kind])), input.answers);
  if (fault) throw fault;
  await keep(tx, audit.id, input.answers);
  await changeAudit(tx, audit, 'saveAuditAnswers', { state: next });
  return { __typename: 'SaveAuditAnswersSuccess', auditId: audit.id };
}

async function keep(tx: CommandTransaction, auditId: string, answers: AuditAnswerInput[]): Promise<void> {
  const repository = tx.manager.getRepository(AuditAnswerRow);
  const known = new Map((await repository.findBy({ auditId })).map((row) => [row.questionKey, row]));
  const rows = answers.map((answer) => {
    const before = known.get(answer.questionKey);
    return repository.create({ ...(before && { id: before.id }), auditId, ...valuesOf(answer), version: (before?.version ?? 0) + 1 });
  });
  const kept = await repository.save(rows);
  tx.changed('AuditAnswer', kept.map((row) => row.id), 'saveAuditAnswers');
}

function valuesOf(answer: AuditAnswerInput): Omit<AuditAnswerRow, 'id' | 'auditId' | 'version'> {
  const { questionKey, grade, rag, choice, scale, text, comment } = answer;
  return { questionKey, grade: grade ?? null, rag: rag ?? null, choice: choice ?? null, scale: scale ?? null, text: text ?? null, comment: comment || null };
}
