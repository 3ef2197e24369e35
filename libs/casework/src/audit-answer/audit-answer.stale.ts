import type { CommandTransaction } from '@qaf/database';
import { type ProblemValue, Refusal, uuidOf } from '@qaf/graph';
import type { AuditAnswerChange } from './audit-answer.type';

interface StaleSave extends ProblemValue {
  changedAnswers: AuditAnswerChange[];
}

/** Does the work; where it is refused as stale, the refusal says which answers were given since, by whom and when. */
export async function withChangedAnswers<T>(tx: CommandTransaction, seen: { auditId: string; version: number }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.__typename !== 'AuditVersionStale') throw error;
    const stale: StaleSave = { ...error.problem, changedAnswers: await answersSince(tx, seen) };
    throw new Refusal(stale);
  }
}

async function answersSince(tx: CommandTransaction, { auditId, version }: { auditId: string; version: number }): Promise<AuditAnswerChange[]> {
  return tx.query<AuditAnswerChange>(
    `select n.question_key as "questionKey", n.answered_at as "answeredAt", n.answered_by as "answeredById"
     from audit_answer n join audit a on a.id = n.audit_id join audit_question q on q.version_id = a.tool_version_id and q.key = n.question_key
     where n.audit_id = $1 and n.audit_version > $2 order by q.position`,
    [uuidOf('Audit', auditId), version],
  );
}
