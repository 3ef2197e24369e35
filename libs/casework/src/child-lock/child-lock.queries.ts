import { rowLoader } from '@qaf/database';
import { type ListDefinition, Where } from '@qaf/graph';
import type { ChildLock } from './child-lock.type';

const COLUMNS = `d.id, d.decided_at as "lockedAt", d.reason, d.position as version, d.child_id as "childId", d.by_id as "byId", d.worker_ids as "workerIds"`;

/** Of the decisions on a child the last counts. */
const HOLDS = `d.kind = 'LOCKED' and d.position = (select max(e.position) from child_lock_decision e where e.child_id = d.child_id)`;

export const childLockById = rowLoader<ChildLock>(
  'childLock.byId',
  (unit, ids) => unit.query(`select ${COLUMNS} from child_lock_decision d where d.id = any($1::uuid[]) and ${HOLDS}`, [ids]),
  { entity: 'ChildLock' },
);

export const CHILD_LOCKS: ListDefinition<ChildLock> = {
  name: 'childLocks',
  columns: COLUMNS,
  from: 'child_lock_decision d',
  id: 'd.id',
  orders: { NEWEST: { terms: [{ sql: 'd.decided_at', type: 'timestamptz' }], descending: true } },
  entity: 'ChildLock',
};

/** The locks that hold now. */
export function holding(): Where {
  return new Where().and(HOLDS);
}
