import type { CommandTransaction } from '@qaf/database';

const WORDS = `position, key, text, guidance, kind, weight, mandatory, limiting, priority_code, asked_when_key, asked_when_answers, caps_at, evidence_required`;

/** Copies all parts of a version into an empty draft. A question keeps its key; that a wording means the same as another is decided anew only where the words change. */
export async function copyVersion(tx: CommandTransaction, from: string, to: string): Promise<void> {
  await tx.query('insert into audit_section (version_id, position, title) select $2, position, title from audit_section where version_id = $1', [from, to]);
  await tx.query(
    `insert into audit_question (version_id, section_id, ${WORDS}, means_the_same_as)
     select $2, t.id, ${WORDS.split(', ').map((column) => `q.${column}`).join(', ')}, q.means_the_same_as
     from audit_question q join audit_section s on s.id = q.section_id join audit_section t on t.version_id = $2 and t.position = s.position where q.version_id = $1`,
    [from, to],
  );
  await tx.query('insert into audit_checklist_item (version_id, position, key, text) select $2, position, key, text from audit_checklist_item where version_id = $1', [from, to]);
  await tx.query('insert into audit_tool_service (version_id, service_id) select $2, service_id from audit_tool_service where version_id = $1', [from, to]);
}
