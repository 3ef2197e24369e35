import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, keepLock, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { placeOf } from '../worker-place/worker-place';
import type { LockChildInput, UnlockChildInput } from './child-lock.inputs';

interface Decision {
  childId: string;
  position: number;
  workerIds: string[];
  teamId: string | null;
}

/** Makes a child's record, in every part of the graph, be there for the named workers and whoever locks it alone. */
export async function lockChild(tx: CommandTransaction, input: LockChildInput, now: Date): Promise<Success> {
  const child = await held(tx, uuidOf('Child', input.childId));
  mustBeCurrent('Child', child.version, input.version);
  const before = await lastDecision(tx, child.id);
  if (before?.kind === 'LOCKED') throw refuse('ChildLocked', 'The record is locked already.', ['childId']);
  if (!tx.viewer.workerId) throw notFound(['childId'], 'child');
  const workerIds = [...new Set([tx.viewer.workerId, ...(await workersOf(tx, input.allowed))])];
  await nextVersion(tx, child.id);
  const lockId = await decide(tx, 'LOCKED', { childId: child.id, position: (before?.position ?? 0) + 1, workerIds, teamId: child.teamId }, reasonOf(input), now);
  return { __typename: 'LockChildSuccess', lockId, childId: child.id };
}

/** Ends a lock: the ordinary rules hold again. Whoever may lock may end it, named or not. */
export async function unlockChild(tx: CommandTransaction, input: UnlockChildInput, now: Date): Promise<Success> {
  const id = uuidOf('ChildLock', input.lockId);
  const [lock] = id ? await tx.query<{ childId: string }>('select child_id as "childId" from child_lock_decision where id = $1', [id]) : [];
  // Held before the last decision is read: two who unlock at once are one after the other.
  const [current] = lock ? await tx.query<{ locked: boolean }>('select locked from child_lock where child_id = $1 for update', [lock.childId]) : [];
  const last = lock && current?.locked ? await lastDecision(tx, lock.childId) : null;
  if (last?.id !== id || !last) throw notFound(['lockId'], 'lock');
  mustBeCurrent('ChildLock', last.position, input.version);
  await decide(tx, 'UNLOCKED', { ...last, position: last.position + 1 }, reasonOf(input), now);
  await nextVersion(tx, last.childId);
  return { __typename: 'UnlockChildSuccess', childId: last.childId };
}

async function held(tx: CommandTransaction, id: string | null): Promise<{ id: string; version: number; teamId: string | null }> {
  const [child] = id ? await tx.query<{ id: string; version: number; teamId: string | null }>('select id, version, team_id as "teamId" from child where id = $1 for update', [id]) : [];
  if (!child) throw notFound(['childId'], 'child');
  return child;
}

async function lastDecision(tx: CommandTransaction, childId: string): Promise<(Decision & { id: string; kind: string }) | null> {
  const [last] = await tx.query<Decision & { id: string; kind: string }>(
    `select id, kind, child_id as "childId", position, worker_ids as "workerIds", team_id as "teamId" from child_lock_decision where child_id = $1 order by position desc limit 1`,
    [childId],
  );
  return last ?? null;
}

async function workersOf(tx: CommandTransaction, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [index, id] of ids.entries()) {
    const place = await placeOf(tx, uuidOf('Worker', id));
    if (!place || place.leftOn) throw notFound(['allowed', String(index)], 'worker');
    found.push(place.workerId);
  }
  return found;
}

/** Writes the decision, the lock that the row rules ask, and what the other parts are told. */
async function decide(tx: CommandTransaction, kind: 'LOCKED' | 'UNLOCKED', { childId, position, workerIds, teamId }: Decision, reason: string, now: Date): Promise<string> {
  const [id, at] = [randomUUID(), now.toISOString()];
  await tx.query(
    `insert into child_lock_decision (id, child_id, position, kind, decided_at, by_id, reason, worker_ids, team_id) values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9)`,
    [id, childId, position, kind, at, tx.viewer.workerId, reason, workerIds, teamId],
  );
  const locked = kind === 'LOCKED';
  await keepLock(tx, { childId, workerIds }, locked, at);
  await publish(tx, 'casework', { type: locked ? 'casework.child.locked.v1' : 'casework.child.unlocked.v1', subject: `child:${childId}`, occurredAt: at, data: { childId, workerIds } });
  tx.changed('Child', [childId], locked ? 'lockChild' : 'unlockChild');
  return id;
}

async function nextVersion(tx: CommandTransaction, childId: string): Promise<void> {
  await tx.query('update child set version = version + 1 where id = $1', [childId]);
}

function reasonOf({ reason }: { reason: string }): string {
  if (!reason) throw inputInvalid(['reason'], 'Say why.');
  return reason;
}
