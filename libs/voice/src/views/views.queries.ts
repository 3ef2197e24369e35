import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { ParticipationCode, ViewsRecord } from './views.type';

const COLUMNS = `w.id, w.occasion, w.on_date as "onDate", w.seen, w.seen_alone as "seenAlone", w.views, w.influenced_plan as "influencedPlan", w.source, w.version,
  w.child_id as "childId", w.occasion_id as "occasionUuid", w.participation_code as "participationCode", w.worker_id as "workerId", w.team_id as "teamId"`;

export const viewsRecordById = rowLoader<ViewsRecord>(
  'viewsRecord.byId',
  (unit, ids) => unit.query(`select ${COLUMNS} from views_record w where w.id = any($1::uuid[])`, [ids]),
  { entity: 'ViewsRecord' },
);

export const VIEWS_RECORDS: ListDefinition<ViewsRecord> = {
  name: 'viewsRecords',
  columns: COLUMNS,
  from: 'views_record w',
  id: 'w.id',
  orders: {
    NEWEST: { terms: [{ sql: 'w.on_date', type: 'date' }], descending: true },
    OLDEST: { terms: [{ sql: 'w.on_date', type: 'date' }] },
  },
  parents: { child: 'w.child_id' },
  entity: 'ViewsRecord',
};

export const PARTICIPATION_COLUMNS = 'c.code, c.title, c.source, c.valid_from as "validFrom", c.valid_to as "validTo"';

export const participationByCode = listLoader<ParticipationCode>('participation.byCode', (row) => row.code, (unit, codes) =>
  unit.query(`select ${PARTICIPATION_COLUMNS} from participation_code c where c.code = any($1::text[])`, [codes]),
);
