import type { EventHandler } from '@qaf/graph';

interface Opened {
  actionId: string;
  sourceKind: string;
  sourceId: string | null;
  openedOn: string;
}

interface Closed {
  actionId: string;
  state?: string;
  closedOn?: string;
}

/** Keeps a copy of each action that follows from an audit: without one, an inadequate audit does not close. */
export const actionOpened: EventHandler = async (tx, event) => {
  const { actionId, sourceKind, sourceId, openedOn } = event.data as unknown as Opened;
  if (sourceKind !== 'AUDIT' || !sourceId) return;
  await tx.query(
    `insert into audit_action (action_id, audit_id, opened_on) select $1, a.id, $3 from audit a where a.id = $2 on conflict (action_id) do nothing`,
    [actionId, sourceId, openedOn],
  );
};

/** An action that was cancelled no longer follows from its audit. */
export const actionClosed: EventHandler = async (tx, event) => {
  const { actionId, state, closedOn } = event.data as unknown as Closed;
  await tx.query('update audit_action set closed_on = $2, cancelled = $3 where action_id = $1', [actionId, closedOn ?? event.occurredAt.slice(0, 10), state === 'CANCELLED']);
};
