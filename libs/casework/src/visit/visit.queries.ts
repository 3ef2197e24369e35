import type { ListDefinition } from '@qaf/graph';
import type { Visit } from './visit.type';

export const VISITS: ListDefinition<Visit> = {
  name: 'visits',
  columns: `v.id, v.child_id as "childId", v.kind, v.visited_on as "visitedOn", v.source, v.version`,
  from: 'visit v',
  id: 'v.id',
  orders: { NEWEST: { terms: [{ sql: 'v.visited_on', type: 'date' }], descending: true } },
  parents: { child: 'v.child_id' },
  entity: 'Visit',
};
