import type { ListDefinition } from '@qaf/graph';
import type { ChildAllocation } from './allocation.type';

export const ALLOCATIONS: ListDefinition<ChildAllocation> = {
  name: 'allocations',
  columns: `a.id, a.child_id as "childId", a.role, a.worker_id as "workerId", a.team_id as "teamId", a.valid_from as "validFrom", a.valid_to as "validTo", a.version`,
  from: 'child_allocation a',
  id: 'a.id',
  orders: { NEWEST: { terms: [{ sql: 'a.valid_from', type: 'date' }], descending: true } },
  parents: { child: 'a.child_id' },
  entity: 'ChildAllocation',
};
