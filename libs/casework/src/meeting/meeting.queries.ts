import type { ListDefinition } from '@qaf/graph';
import type { CaseMeeting } from './meeting.type';

export const MEETINGS: ListDefinition<CaseMeeting> = {
  name: 'meetings',
  columns: `m.id, m.child_id as "childId", m.kind, m.stage, m.held_on as "heldOn", m.participation_code as "participationCode", m.source, m.version`,
  from: 'case_meeting m',
  id: 'm.id',
  orders: { NEWEST: { terms: [{ sql: 'm.held_on', type: 'date' }], descending: true } },
  parents: { child: 'm.child_id' },
  entity: 'CaseMeeting',
};
