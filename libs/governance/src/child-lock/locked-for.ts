import type { CommandTransaction } from '@qaf/database';

/** Whom the lock of a child names, who locked it first; null where the child is not locked. */
export async function lockedFor(tx: CommandTransaction, childId: string | null): Promise<string[] | null> {
  const [lock] = await tx.query<{ workerIds: string[] }>('select worker_ids as "workerIds" from child_lock where child_id = $1 and locked', [childId]);
  return lock?.workerIds ?? null;
}
