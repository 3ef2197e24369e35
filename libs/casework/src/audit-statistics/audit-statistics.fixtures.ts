import { randomUUID } from 'node:crypto';
import type { Casework } from '../casework.fixtures';

export type GradeCounts = Partial<Record<'OUTSTANDING' | 'GOOD' | 'REQUIRES_IMPROVEMENT' | 'INADEQUATE', number>>;

/** Submitted audits of a team, each of a child and by an auditor of its own; what each comes to under visits is its grade too. */
export async function audited(casework: Casework, team: string, day: string, counts: GradeCounts): Promise<void> {
  const rows = Object.entries(counts).flatMap(([grade, count]) => Array.from({ length: count }, () => ({ child: randomUUID(), reference: randomUUID(), auditor: randomUUID(), worker: randomUUID(), grade })));
  await casework.as(casework.machine, async (tx) => {
    const told = [JSON.stringify(rows), team, day];
    await tx.query(`insert into child (id, case_reference, team_id) select r.child, r.reference, $2::uuid from json_to_recordset($1::text::json) as r (child uuid, reference text) where $3::text is not null`, told);
    await tx.query(
      `insert into audit (child_id, tool_version_id, auditor_id, worker_id, team_id, service_id, kind, state, allocated_on, due_on, period, judged_grade, submitted_on, priority_grades)
       select r.child, (select id from audit_tool_version where state = 'PUBLISHED' limit 1), r.auditor, r.worker, $2::uuid, $4::uuid, 'CHILD_JOURNEY', 'SUBMITTED', $3::date, $3::date, to_char($3::date, 'YYYY-MM'), r.grade, $3::date,
         jsonb_build_object('visits', r.grade)
       from json_to_recordset($1::text::json) as r (child uuid, auditor uuid, worker uuid, grade text)`,
      [...told, casework.service],
    );
  });
}
