import { listLoader, rowLoader } from '@qaf/database';
import type { DbsCheck, DbsStatusCheck } from './dbs.type';

const COLUMNS = `d.id, d.worker_id as "workerId", d.level, d.issued_on as "issuedOn", d.update_service as "updateService", d.version`;

export const dbsCheckById = rowLoader<DbsCheck>('dbs.byId', (unit, ids) => unit.query(`select ${COLUMNS} from dbs_check d where d.id = any($1::uuid[])`, [ids]), { entity: 'DbsCheck' });

/** Each worker's certificates, the latest first. */
export const dbsChecksOfWorker = listLoader<DbsCheck>('dbs.ofWorker', (row) => row.workerId, (unit, ids) =>
  unit.query(`select ${COLUMNS} from dbs_check d where d.worker_id = any($1::uuid[]) order by d.issued_on desc, d.id`, [ids]),
  { entity: 'DbsCheck' },
);

/** Each certificate's looks at its standing, the latest first. */
export const statusChecksOf = listLoader<DbsStatusCheck & { dbsCheckId: string }>('dbs.statusChecks', (row) => row.dbsCheckId, (unit, ids) =>
  unit.query(`select s.dbs_check_id as "dbsCheckId", s.checked_on as "checkedOn", s.outcome from dbs_status_check s where s.dbs_check_id = any($1::uuid[]) order by s.checked_on desc`, [ids]),
);
