import { anyGlobalId, type ListDefinition, refusal, uuidOf, Where } from '@qaf/graph';
import type { AccessRecordFilter } from './access-entry.inputs';
import type { AccessEntryRow } from './access-entry.type';

export const ENTRIES: ListDefinition<AccessEntryRow> = {
  name: 'accessRecord',
  columns: `e.id, e.at, e.person_id as "actorId", e.operation, e.entity_type as "entityType", e.object_id as "objectId", e.action, e.purpose, e.outcome, e.request,
    e.subgraph, e.batch::int as batch, b.sealed_at as "sealedAt"`,
  from: 'access_entry e join record_batch b on b.subgraph = e.subgraph and b.seq = e.batch',
  id: 'e.id',
  orders: { NEWEST: { terms: [{ sql: 'e.at', type: 'timestamptz' }], descending: true } },
  entity: 'AccessRecordEntry',
};

/** The conditions of a filter. An id that is none of the graph's matches nothing. */
export function entriesWhere(filter: AccessRecordFilter): Where {
  const where = new Where().and('not e.again').given(filter.from, 'e.at >= ?::timestamptz').given(filter.before, 'e.at < ?::timestamptz').given(filter.operation, 'e.operation = ?');
  where.given(filter.entityType, 'e.entity_type = ?');
  if (filter.personId != null) where.and('e.person_id = ?::uuid', uuidOf('Person', filter.personId) ?? uuidOf('Worker', filter.personId));
  if (filter.entityId == null) return where;
  const named = anyGlobalId(filter.entityId);
  if (!named) throw refusal('entityId is not an id of the graph.');
  return where.and('e.object_id = ?::uuid', named.uuid).and('e.entity_type = ?', named.type);
}
