import { addDays } from '@qaf/calendar';
import type { DemoOrganisation, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

const REGULATOR_CHANGED = '2019-12-02';

/** What HR keeps: registration by year with its regulator, a qualification, DBS certificates with looks at them, absence over two years. */
export function particularRows(rows: Rows, organisation: DemoOrganisation, random: Random, asOf: string): void {
  organisation.workers.forEach((worker, index) => {
    const until = worker.leftOn ?? asOf;
    if (/social worker|reviewing|manager/i.test(worker.jobTitle)) qualified(rows, worker, index + 1, random, until);
    certificate(rows, worker, random, until);
    absences(rows, worker, random, asOf, until);
  });
}

function qualified(rows: Rows, worker: DemoWorker, number: number, random: Random, until: string): void {
  const level = random.weighted([['UNDERGRADUATE', 55], ['POSTGRADUATE', 40], ['OTHER', 5]] as const);
  const title = { UNDERGRADUATE: 'BA Social Work', POSTGRADUATE: 'MA Social Work', OTHER: 'Diploma in Social Work' }[level];
  rows.add('workforce', 'worker_qualification', { id: random.uuid(), worker_id: worker.id, level_code: level, title, institution: null, awarded_on: addDays(worker.startedOn, -random.int(30, 6000)) });
  const register = (body: string, registered: string, expires: string) =>
    rows.add('workforce', 'worker_registration', { id: random.uuid(), worker_id: worker.id, body_code: body, number: `${body === 'SWE' ? 'SW' : 'HC'}${String(number).padStart(7, '0')}`, registered_on: registered, expires_on: expires });
  // With Health and Care Professions until the regulator changed, then from each December to the next.
  if (worker.startedOn < REGULATOR_CHANGED) register('HCPC', worker.startedOn > '2018-12-01' ? worker.startedOn : '2018-12-01', REGULATOR_CHANGED);
  const last = Number(until.slice(0, 4)) - (until.slice(5) < '12-02' ? 1 : 0);
  for (let year = Math.max(2019, last - 2); year <= last; year += 1) register('SWE', year === 2019 ? REGULATOR_CHANGED : `${year}-12-02`, `${year + 1}-12-02`);
}

/** Issued before the first day; looked at every three years or so, and by one in six not in time. */
function certificate(rows: Rows, worker: DemoWorker, random: Random, until: string): void {
  const id = random.uuid();
  const issued = addDays(worker.startedOn, -random.int(5, 60));
  rows.add('workforce', 'dbs_check', { id, worker_id: worker.id, level: 'ENHANCED_BARRED', issued_on: issued, update_service: random.chance(700) });
  for (let looked = addDays(issued, random.int(1000, 1090)); looked <= until && !random.chance(150); looked = addDays(looked, random.int(1000, 1090))) {
    rows.add('workforce', 'dbs_status_check', { id: random.uuid(), worker_id: worker.id, dbs_check_id: id, checked_on: looked, outcome: 'UNCHANGED' });
  }
}

function absences(rows: Rows, worker: DemoWorker, random: Random, asOf: string, until: string): void {
  for (let day = addDays(asOf, -random.int(500, 730)); day < until; day = addDays(day, random.int(120, 500))) {
    if (day < worker.startedOn) continue;
    const reason = random.weighted([['SICKNESS', 86], ['MATERNITY', 4], ['TRAINING', 6], ['UNPAID', 4]] as const);
    const back = addDays(day, reason === 'MATERNITY' ? random.int(200, 330) : random.weighted([[random.int(1, 4), 70], [random.int(5, 20), 22], [random.int(21, 110), 8]]));
    rows.add('workforce', 'worker_absence', { id: random.uuid(), worker_id: worker.id, reason_code: reason, started_on: day, returned_on: back > asOf ? null : back });
    if (back > asOf) return;
    day = back;
  }
}
