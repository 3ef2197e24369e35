import type { CommandTransaction } from '@qaf/database';
import type { ActionRow } from '../action/action.entity';

export type StepKind = 'OPENED' | 'PROGRESS' | 'DONE' | 'VERIFIED' | 'RETURNED' | 'CANCELLED' | 'OWNER_CHANGED' | 'DUE_DATE_CHANGED' | 'ESCALATED' | 'EVIDENCE_ATTACHED' | 'EVIDENCE_REMOVED';

/** Writes what happened to an action, with the action as it is now. The action's row is locked, so its steps follow one another. */
export async function addStep(tx: CommandTransaction, action: ActionRow, kind: StepKind, note: string | null, at: Date): Promise<void> {
  await tx.query(
    `insert into action_step (action_id, position, kind, at, by_id, note, owner_id, due_on, escalation_level)
     select $1, coalesce(max(s.position), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from action_step s where s.action_id = $1`,
    [action.id, kind, at, tx.viewer.workerId, note, action.ownerId, action.dueOn, action.escalationLevel],
  );
}
