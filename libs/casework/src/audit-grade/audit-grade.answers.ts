import type { CommandTransaction } from '@qaf/database';
import { refuse, type Refusal } from '@qaf/graph';
import { askedKeys, type Conditional } from '../audit-tool/asked.rules';
import type { Graded } from './audit-grade.rules';
import type { Serving } from './priority-grade.rules';

/** A question with its answer, as submission looks at it. */
export interface Answered extends Graded, Serving, Conditional {
  mandatory: boolean;
  evidenceRequired: boolean;
  answered: boolean;
  rag: string | null;
  scale: number | null;
  comment: string | null;
}

/** The answers as the computed grade reads them: of the questions that are asked alone. Refuses while one of them lacks an answer or its evidence. */
export async function gradedAnswers(tx: CommandTransaction, audit: { id: string; toolVersionId: string }): Promise<(Graded & Serving)[]> {
  const rows = await tx.query<Answered>(
    `select q.key, q.weight, q.limiting, q.mandatory, q.priority_code as "priorityCode", q.caps_at as "capsAt", q.evidence_required as "evidenceRequired",
       case when q.asked_when_key is not null then json_build_object('key', q.asked_when_key, 'answers', q.asked_when_answers) end as "askedWhen",
       n.grade, n.rag, n.choice, n.scale, n.comment, n.id is not null as answered
     from audit_question q left join audit_answer n on n.audit_id = $1 and n.question_key = q.key
     where q.version_id = $2 order by q.position`,
    [audit.id, audit.toolVersionId],
  );
  const asked = askedOf(rows);
  const fault = submissionFault(asked);
  if (fault) throw fault;
  return asked.filter((row) => row.answered);
}

/** The questions that are asked, given the answers there are. `rows` in the order of the tool. */
export function askedOf(rows: readonly Answered[]): Answered[] {
  const keys = askedKeys(rows, new Map(rows.filter((row) => row.answered).map((row) => [row.key, row])));
  return rows.filter((row) => keys.has(row.key));
}

/** Why an audit with these questions asked cannot be submitted yet, or null. */
export function submissionFault(asked: readonly Answered[]): Refusal | null {
  const open = asked.find((row) => row.mandatory && !row.answered);
  if (open) return refuse('AuditAnswersMissing', `Answer the question ${open.key} first.`, ['auditId']);
  const bare = asked.find((row) => row.answered && row.evidenceRequired && row.comment === null && row.choice !== 'NOT_APPLICABLE');
  if (bare) return refuse('AuditEvidenceMissing', `Say in the comment of ${bare.key} where on the file it can be seen.`, ['auditId']);
  return null;
}
