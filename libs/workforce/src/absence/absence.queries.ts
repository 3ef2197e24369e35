import { listLoader, rowLoader, type Unit } from '@qaf/database';
import type { WorkerAbsence } from './absence.type';

const COLUMNS = `a.id, a.worker_id as "workerId", a.reason_code as "reasonCode", a.started_on as "startedOn", a.returned_on as "returnedOn", a.version`;

export const absenceById = rowLoader<WorkerAbsence>('absence.byId', (unit: Unit, ids) => unit.query(`select ${COLUMNS} from worker_absence a where a.id = any($1::uuid[])`, [ids]), { entity: 'WorkerAbsence' });

/** Each worker's times away, the latest first. */
export const absencesOfWorker = listLoader<WorkerAbsence>('absence.ofWorker', (row) => row.workerId, (unit, ids) =>
  unit.query(`select ${COLUMNS} from worker_absence a where a.worker_id = any($1::uuid[]) order by a.started_on desc, a.id`, [ids]),
  { entity: 'WorkerAbsence' },
);
