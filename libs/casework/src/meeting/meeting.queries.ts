import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { CaseMeeting } from './meeting.type';

const COLUMNS = `m.id, m.child_id as "childId", m.kind, m.stage, m.held_on as "heldOn", m.participation_code as "participationCode", m.source, m.version`;

export const meetingById = rowLoader<CaseMeeting>('meeting.byId', (unit, ids) => unit.query(`select ${COLUMNS} from case_meeting m where m.id = any($1::uuid[])`, [ids]), { entity: 'CaseMeeting' });

export const MEETINGS: ListDefinition<CaseMeeting> = {
  name: 'meetings',
  columns: COLUMNS,
  from: 'case_meeting m',
  id: 'm.id',
  orders: { NEWEST: { terms: [{ sql: 'm.held_on', type: 'date' }], descending: true } },
  parents: { child: 'm.child_id' },
  entity: 'CaseMeeting',
};
