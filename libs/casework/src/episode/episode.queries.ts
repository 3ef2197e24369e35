import type { ListDefinition } from '@qaf/graph';
import type { Episode } from './episode.type';

const DETAILS = `(select coalesce(json_agg(json_build_object('name', d.key, 'code', d.value) order by d.key), '[]') from jsonb_each_text(e.details) d)`;

export const EPISODES: ListDefinition<Episode> = {
  name: 'episodes',
  columns: `e.id, e.child_id as "childId", e.kind, e.started_on as "startedOn", e.ended_on as "endedOn", e.source, e.version, ${DETAILS} as details`,
  from: 'episode e',
  id: 'e.id',
  orders: { NEWEST: { terms: [{ sql: `coalesce(e.started_on, date '1900-01-01')`, type: 'date' }], descending: true } },
  parents: { child: 'e.child_id' },
  entity: 'Episode',
};
