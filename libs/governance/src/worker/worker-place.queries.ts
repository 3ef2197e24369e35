import { listLoader } from '@qaf/database';

/** Where a worker belongs, as far as events have told. */
export interface WorkerPlace {
  workerId: string;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
  /** The last day; null while they work here. */
  leftOn: string | null;
}

export const WORKER_PLACE_COLUMNS = `w.worker_id as "workerId", w.team_id as "teamId", w.service_id as "serviceId", w.manager_id as "managerId", w.left_on as "leftOn"`;

export const placeOfWorker = listLoader<WorkerPlace>('workerPlace.byWorker', (row) => row.workerId, (unit, ids) =>
  unit.query(`select ${WORKER_PLACE_COLUMNS} from worker_place w where w.worker_id = any($1::uuid[])`, [ids]),
);
