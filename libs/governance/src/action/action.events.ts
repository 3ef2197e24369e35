import type { CommandTransaction } from '@qaf/database';
import { publish } from '@qaf/record';
import type { ActionRow } from './action.entity';

/** Tells the others that there is an action: casework keeps it with its audit. */
export async function tellOpened(tx: CommandTransaction, action: ActionRow): Promise<void> {
  await publish(tx, 'governance', {
    type: 'governance.action.opened.v1',
    subject: `action:${action.id}`,
    data: { ...pointers(action), dueOn: action.dueOn, openedOn: action.openedOn },
  });
}

/** Tells the others that an action was verified or cancelled. */
export async function tellClosed(tx: CommandTransaction, action: ActionRow): Promise<void> {
  await publish(tx, 'governance', {
    type: 'governance.action.closed.v1',
    subject: `action:${action.id}`,
    data: { ...pointers(action), state: action.state, closedOn: action.verifiedOn ?? action.cancelledOn },
  });
}

function pointers(action: ActionRow) {
  return { actionId: action.id, sourceKind: action.sourceKind, sourceId: action.sourceId, childId: action.childId, ownerId: action.ownerId, teamId: action.teamId };
}
