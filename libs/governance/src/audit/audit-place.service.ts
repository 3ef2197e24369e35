import type { CommandTransaction } from '@qaf/database';

/** What governance keeps of a submitted audit: enough to say who may open an action on it, and for whom. */
export interface AuditPlace {
  auditId: string;
  childId: string;
  workerId: string | null;
  teamId: string | null;
  auditorId: string;
  grade: string;
  submittedOn: string;
}

const COLUMNS = `audit_id as "auditId", child_id as "childId", worker_id as "workerId", team_id as "teamId", auditor_id as "auditorId", grade, submitted_on as "submittedOn"`;

/** The audit's place, or null where there is none for this viewer. */
export async function auditPlace(tx: CommandTransaction, auditId: string): Promise<AuditPlace | null> {
  const [row] = await tx.query<AuditPlace>(`select ${COLUMNS} from audit_place where audit_id = $1`, [auditId]);
  return row ?? null;
}

export async function keepAuditPlace(tx: CommandTransaction, audit: AuditPlace): Promise<void> {
  await tx.query(
    `insert into audit_place (audit_id, child_id, worker_id, team_id, auditor_id, grade, submitted_on) values ($1, $2, $3, $4, $5, $6, $7::date)
     on conflict (audit_id) do update set child_id = excluded.child_id, worker_id = excluded.worker_id, team_id = excluded.team_id,
       auditor_id = excluded.auditor_id, grade = excluded.grade, submitted_on = excluded.submitted_on`,
    [audit.auditId, audit.childId, audit.workerId, audit.teamId, audit.auditorId, audit.grade, audit.submittedOn],
  );
}
