import { listLoader } from '@qaf/database';
import type { AuditAnswer } from './audit-answer.type';

/** Answers in the order of the tool's questions. */
export const answersOfAudit = listLoader<AuditAnswer>(
  'auditAnswer.ofAudit',
  (row) => row.auditId,
  (unit, ids) =>
    unit.query(
      `select n.id, n.audit_id as "auditId", a.tool_version_id as "toolVersionId", n.question_key as "questionKey", n.grade, n.rag, n.choice, n.scale, n.text, n.comment, n.version, n.answered_at as "answeredAt", n.answered_by as "answeredById"
       from audit_answer n join audit a on a.id = n.audit_id
       join audit_question q on q.version_id = a.tool_version_id and q.key = n.question_key
       where n.audit_id = any($1::uuid[]) order by q.position`,
      [ids],
    ),
  { entity: 'AuditAnswer' },
);
