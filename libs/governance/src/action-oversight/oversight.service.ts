import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { changeAction, said } from '../action/action.changes';
import type { ActionRow } from '../action/action.entity';
import { mustBeApart, type People, workerNamed } from '../action/action.people';
import { dueDateFault, HIGHEST_ESCALATION } from '../action/action.rules';
import type { CancelActionInput, ChangeActionDueDateInput, ChangeActionOwnerInput, EscalateActionInput } from './oversight.inputs';

/** Hands an action to another owner, deputy or verifier. */
export async function changeActionOwner(tx: CommandTransaction, input: ChangeActionOwnerInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'changeOwner', step: 'OWNER_CHANGED', name: 'changeActionOwner', input, now }, async (action, today) => {
    const people = await peopleFrom(tx, action, input, today);
    const same = people.ownerId === action.ownerId && people.deputyId === action.deputyId && people.verifierId === action.verifierId;
    if (same) throw inputInvalid(['ownerId'], 'These are its owner, deputy and verifier already.');
    mustBeApart(people);
    return { fields: people, note: said(input.reason, 'reason') };
  });
}

/** Moves the due date, with the reason. */
export async function changeActionDueDate(tx: CommandTransaction, input: ChangeActionDueDateInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'changeDueDate', step: 'DUE_DATE_CHANGED', name: 'changeActionDueDate', input, now }, (action, today) => {
    const fault = input.dueOn === action.dueOn ? 'It is due on this day already.' : dueDateFault(input.dueOn, today);
    if (fault) throw inputInvalid(['dueOn'], fault);
    return { fields: { dueOn: input.dueOn }, note: said(input.reason, 'reason') };
  });
}

/** Raises it one level: to the owner's manager, the head of service, the Director. */
export async function escalateAction(tx: CommandTransaction, input: EscalateActionInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'escalate', step: 'ESCALATED', name: 'escalateAction', input, now }, (action) => {
    if (action.escalationLevel >= HIGHEST_ESCALATION) throw refuse('ActionAtHighestLevel', 'It was raised to the Director already.', ['actionId']);
    return { fields: { escalationLevel: action.escalationLevel + 1 }, note: said(input.reason, 'reason') };
  });
}

/** Calls it off, with the reason; never the only action that follows an inadequate grade. */
export async function cancelAction(tx: CommandTransaction, input: CancelActionInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'cancel', step: 'CANCELLED', name: 'cancelAction', input, now }, async (action, today) => {
    if (action.sourceGrade === 'INADEQUATE') await mustNotBeTheLast(tx, action);
    return { fields: { cancelledOn: today }, note: said(input.reason, 'reason') };
  });
}

async function peopleFrom(tx: CommandTransaction, action: ActionRow, input: ChangeActionOwnerInput, today: string): Promise<People> {
  const ownerId = await workerNamed(tx, input.ownerId, 'ownerId', today);
  const named = async (id: string | null | undefined, field: 'deputyId' | 'verifierId', now: string | null) => {
    if (id === undefined) return now;
    return id === null ? null : workerNamed(tx, id, field, today);
  };
  const deputyNow = action.deputyId === ownerId ? null : action.deputyId;
  return { ownerId, deputyId: await named(input.deputyId, 'deputyId', deputyNow), verifierId: await named(input.verifierId, 'verifierId', action.verifierId) };
}

/** Two cancelled at once could each count on the other: the audit's actions are cancelled one at a time. */
async function mustNotBeTheLast(tx: CommandTransaction, { id, sourceId }: ActionRow): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`action-source ${sourceId}`]);
  const others = await tx.query(`select 1 from action where source_kind = 'AUDIT' and source_id = $1 and id <> $2 and state <> 'CANCELLED'`, [sourceId, id]);
  if (others.length === 0) throw refuse('ActionFollowsInadequate', 'An inadequate grade is never left without an action. Open another first.', ['actionId']);
}
