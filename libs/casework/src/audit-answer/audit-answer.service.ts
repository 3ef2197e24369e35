import type { CommandTransaction } from '@qaf/database';
import type { Success } from '@qaf/graph';
import { auditFor, changeAudit, mustBeAuditor } from '../audit/audit.change';
import type { AuditAnswerInput, SaveAuditAnswersInput } from './audit-answer.inputs';
import { answersFault, type QuestionKind } from './audit-answer.rules';
import { withChangedAnswers } from './audit-answer.stale';

/** Keeps answers of an audit in progress; one given anew replaces the last, which its history remembers. */
export async function saveAuditAnswers(tx: CommandTransaction, input: SaveAuditAnswersInput, now: Date): Promise<Success> {
  const { audit, next } = await withChangedAnswers(tx, input, () => auditFor(tx, 'answer', input));
  mustBeAuditor(tx, audit);
  const questions = await tx.query<{ key: string; kind: QuestionKind }>('select key, kind from audit_question where version_id = $1', [audit.toolVersionId]);
  const fault = answersFault(new Map(questions.map(({ key, kind }) => [key, kind])), input.answers);
  if (fault) throw fault;
  await keep(tx, { auditId: audit.id, auditVersion: audit.version + 1 }, input.answers, now);
  await changeAudit(tx, audit, 'saveAuditAnswers', { state: next });
  return { __typename: 'SaveAuditAnswersSuccess', auditId: audit.id };
}

/** One statement however many answers. One that says again what stands is no new answer. */
const KEEP = `
  insert into audit_answer as n (audit_id, question_key, grade, rag, choice, scale, text, comment, audit_version, answered_by, answered_at)
  select $1, g."questionKey", g.grade, g.rag, g.choice, g.scale, g.text, nullif(g.comment, ''), $3, $4, $5
  from json_to_recordset($2::text::json) as g("questionKey" text, grade text, rag text, choice text, scale int, text text, comment text)
  on conflict (audit_id, question_key) do update set grade = excluded.grade, rag = excluded.rag, choice = excluded.choice, scale = excluded.scale, text = excluded.text,
    comment = excluded.comment, audit_version = excluded.audit_version, answered_by = excluded.answered_by, answered_at = excluded.answered_at, version = n.version + 1
  where (n.grade, n.rag, n.choice, n.scale, n.text, n.comment) is distinct from (excluded.grade, excluded.rag, excluded.choice, excluded.scale, excluded.text, excluded.comment)
  returning n.id`;

async function keep(tx: CommandTransaction, { auditId, auditVersion }: { auditId: string; auditVersion: number }, answers: AuditAnswerInput[], now: Date): Promise<void> {
  const kept = await tx.query<{ id: string }>(KEEP, [auditId, JSON.stringify(answers), auditVersion, tx.viewer.workerId, now.toISOString()]);
  tx.changed('AuditAnswer', kept.map((row) => row.id), 'saveAuditAnswers');
}
