import type { CommandTransaction } from '@qaf/database';
import type { EventHandler } from '../build';

/** What casework tells when a child is locked: ids of workers, and no reason. */
export interface ChildLocked {
  childId: string;
  workerIds: string[];
}

/** What casework tells when somebody sees beyond their rows. Moments are ISO 8601. */
export interface AccessExtended {
  grantId: string;
  childId: string;
  workerId: string;
  grantedAt: string;
  until: string;
}

/** Keeps who may see a locked child. What was told before something newer is left out. */
export const childLocked: EventHandler = (tx, event) => keepLock(tx, event.data as unknown as ChildLocked, true, event.occurredAt);

export const childUnlocked: EventHandler = (tx, event) => keepLock(tx, event.data as unknown as ChildLocked, false, event.occurredAt);

/** Keeps who sees a child for a day. */
export const accessExtended: EventHandler = async (tx, event) => {
  const { grantId, childId, workerId, until } = event.data as unknown as AccessExtended;
  await tx.query('insert into emergency_access (id, child_id, worker_id, until) values ($1, $2, $3, $4) on conflict (id) do nothing', [grantId, childId, workerId, until]);
};

/** Writes the state of a child's lock, unless a newer one is written already. `at` is ISO 8601. */
export async function keepLock(tx: CommandTransaction, { childId, workerIds }: ChildLocked, locked: boolean, at: string): Promise<void> {
  await tx.query(
    `insert into child_lock as l (child_id, locked, worker_ids, told_at) values ($1, $2, $3::uuid[], $4)
     on conflict (child_id) do update set locked = excluded.locked, worker_ids = excluded.worker_ids, told_at = excluded.told_at where l.told_at <= excluded.told_at`,
    [childId, locked, locked ? workerIds : [], at],
  );
}
