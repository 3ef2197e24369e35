import { listLoader, rowLoader } from '@qaf/database';
import type { WorkerQualification, WorkerRegistration } from './registration.type';

const REGISTRATION = `r.id, r.worker_id as "workerId", r.body_code as "bodyCode", r.number, r.registered_on as "registeredOn", r.expires_on as "expiresOn"`;
const QUALIFICATION = `q.id, q.worker_id as "workerId", q.level_code as "levelCode", q.title, q.institution, q.awarded_on as "awardedOn"`;

export const registrationById = rowLoader<WorkerRegistration>('registration.byId', (unit, ids) => unit.query(`select ${REGISTRATION} from worker_registration r where r.id = any($1::uuid[])`, [ids]), { entity: 'WorkerRegistration' });

/** Each worker's registrations, the latest term first. */
export const registrationsOfWorker = listLoader<WorkerRegistration>('registration.ofWorker', (row) => row.workerId, (unit, ids) =>
  unit.query(`select ${REGISTRATION} from worker_registration r where r.worker_id = any($1::uuid[]) order by r.registered_on desc, r.id`, [ids]),
  { entity: 'WorkerRegistration' },
);

export const qualificationById = rowLoader<WorkerQualification>('qualification.byId', (unit, ids) => unit.query(`select ${QUALIFICATION} from worker_qualification q where q.id = any($1::uuid[])`, [ids]), { entity: 'WorkerQualification' });

/** Each worker's qualifications, the latest first. */
export const qualificationsOfWorker = listLoader<WorkerQualification>('qualification.ofWorker', (row) => row.workerId, (unit, ids) =>
  unit.query(`select ${QUALIFICATION} from worker_qualification q where q.worker_id = any($1::uuid[]) order by q.awarded_on desc, q.id`, [ids]),
  { entity: 'WorkerQualification' },
);
