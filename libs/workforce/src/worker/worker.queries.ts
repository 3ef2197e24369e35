import { datedLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Employment, HeldRole, Worker } from './worker.type';

export const WORKER_COLUMNS = `w.id, w.staff_number as "staffNumber", w.display_name as "displayName", w.job_title as "jobTitle", w.left_on as "leftOn", w.version`;

const ON_DAY = (alias: string) => `${alias}.valid_from <= k.day and (${alias}.valid_to is null or k.day < ${alias}.valid_to)`;
const ASKED = `k.id as "askedId", k.day as "askedOn" from unnest($1::uuid[], $2::date[]) as k(id, day)`;

export const workerById = rowLoader<Worker>('worker.byId', (unit, ids) =>
  unit.query(`select ${WORKER_COLUMNS} from worker w where w.id = any($1::uuid[])`, [ids]),
);

/** Each worker's employment on a day, or the last that ended before it, with the hours of that day. */
export const employmentOn = datedLoader<Employment>('employment.ofWorkerOn', async (unit, ids, days) => {
  const rows = await unit.query<Employment & { askedId: string; askedOn: string }>(
    `select e.id, e.worker_id as "workerId", coalesce(h.fte_thousandths, e.fte_thousandths) as "fteThousandths", e.agency_worker as "agencyWorker",
            e.started_on as "startedOn", e.left_on as "leftOn", e.leaving_reason as "leavingReason", k.id as "askedId", k.day as "askedOn"
     from unnest($1::uuid[], $2::date[]) as k(id, day)
     cross join lateral (select * from employment e where e.worker_id = k.id and e.started_on <= k.day order by e.started_on desc limit 1) e
     left join post_holding h on h.employment_id = e.id and h.kind = 'SUBSTANTIVE' and ${ON_DAY('h').replaceAll('k.day', 'least(k.day, e.left_on)')}`,
    [ids, days],
  );
  unit.sawAll('Employment', rows);
  return rows;
});

export const managerOfWorker = datedLoader<Worker>('worker.managerOf', (unit, ids, days) =>
  unit.query(
    `select ${WORKER_COLUMNS}, ${ASKED} join management_line l on l.worker_id = k.id and ${ON_DAY('l')} join worker w on w.id = l.manager_id`,
    [ids, days],
  ),
);

export const workersOfTeam = datedLoader<Worker>('worker.ofTeam', (unit, ids, days) =>
  unit.query(
    `select ${WORKER_COLUMNS}, ${ASKED} join team_membership m on m.team_id = k.id and ${ON_DAY('m')} join worker w on w.id = m.worker_id order by w.display_name, w.id`,
    [ids, days],
  ),
);

export const leadersOfTeam = datedLoader<Worker>('worker.leadersOfTeam', (unit, ids, days) =>
  unit.query(
    `select ${WORKER_COLUMNS}, ${ASKED}
     join role_assignment r on r.scope_id = k.id and r.role in ('team_manager', 'senior_social_worker') and ${ON_DAY('r')}
     join worker w on w.id = r.person_id order by r.role desc, w.display_name, w.id`,
    [ids, days],
  ),
);

export const rolesOfWorker = datedLoader<HeldRole>('worker.roles', (unit, ids, days) =>
  unit.query(
    `select r.role, r.scope, r.valid_from as "validFrom", r.valid_to as "validTo", ${ASKED} join role_assignment r on r.person_id = k.id and ${ON_DAY('r')} order by r.role, r.id`,
    [ids, days],
  ),
);

export const WORKERS: ListDefinition<Worker> = {
  name: 'workers',
  columns: WORKER_COLUMNS,
  from: 'worker w',
  id: 'w.id',
  orders: {
    NAME: { terms: [{ sql: 'w.display_name', type: 'text' }] },
    STAFF_NUMBER: { terms: [{ sql: 'w.staff_number', type: 'text' }] },
  },
};
