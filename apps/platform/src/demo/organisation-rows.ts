import { addDays } from '@qaf/calendar';
import type { DemoOrganisation, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

const OPENED = '2014-04-01';

/** The subject that a demonstration person signs in with. */
export function subjectOf(staffNumber: string): string {
  return `demo:${staffNumber.toLowerCase()}`;
}

/** Services, teams and people; answers each worker's employment by the worker's id. */
export function organisationRows(rows: Rows, organisation: DemoOrganisation, random: Random, asOf: string): Map<string, string> {
  for (const service of organisation.services) {
    rows.add('workforce', 'service', { id: service.id, code: service.code, name: service.name, kind: service.kind, valid_from: OPENED });
    for (const team of service.teams) rows.add('workforce', 'team', { id: team.id, service_id: service.id, code: team.code, name: team.name, valid_from: OPENED });
  }
  rows.add('workforce', 'service', { id: organisation.qualityId, code: 'quality', name: 'Quality, Performance and Assurance', kind: 'quality', valid_from: OPENED });
  const employments = new Map(organisation.workers.map((worker) => [worker.id, workerRows(rows, worker, random)]));
  organisation.outsiders.forEach((person, index) => {
    const subject = subjectOf(`${person.kind[0]}${index + 1}`);
    rows.add('workforce', 'person', { id: person.id, subject, email: `${subject.replace(':', '.')}@example.org`, display_name: person.name, kind: person.kind, worker_id: null, active_from: OPENED, active_to: null });
    rows.add('workforce', 'role_assignment', { id: random.uuid(), person_id: person.id, role: person.role, scope: person.scope, scope_id: null, valid_from: addDays(asOf, -1200), valid_to: null });
  });
  return employments;
}

function workerRows(rows: Rows, worker: DemoWorker, random: Random): string {
  const employment = random.uuid();
  const until = worker.leftOn ? addDays(worker.leftOn, 1) : null;
  const span = { valid_from: worker.startedOn, valid_to: until };
  rows.add('workforce', 'worker', { id: worker.id, staff_number: worker.staffNumber, display_name: worker.name, job_title: worker.jobTitle, left_on: worker.leftOn });
  rows.add('workforce', 'employment', {
    id: employment, worker_id: worker.id, fte_thousandths: worker.fte, agency_worker: worker.agency, started_on: worker.startedOn, left_on: worker.leftOn,
    leaving_reason: worker.leftOn ? random.pick(['RESIGNATION', 'OTHER', 'RETIREMENT']) : null,
  });
  const subject = subjectOf(worker.staffNumber);
  rows.add('workforce', 'person', { id: worker.id, subject, email: `${subject.replace(':', '.')}@example.org`, display_name: worker.name, kind: 'STAFF', worker_id: worker.id, active_from: worker.startedOn, active_to: until });
  for (const { role, scope, scopeId } of worker.roles) rows.add('workforce', 'role_assignment', { id: random.uuid(), person_id: worker.id, role, scope, scope_id: scopeId, ...span });
  if (worker.teamId) rows.add('workforce', 'team_membership', { id: random.uuid(), worker_id: worker.id, team_id: worker.teamId, ...span });
  if (worker.managerId) rows.add('workforce', 'management_line', { id: random.uuid(), worker_id: worker.id, manager_id: worker.managerId, ...span });
  const place = { worker_id: worker.id, team_id: worker.teamId, service_id: worker.serviceId, manager_id: worker.managerId, left_on: worker.leftOn };
  rows.add('casework', 'worker_place', { ...place, told_at: `${worker.startedOn}T00:00:00Z` });
  rows.add('governance', 'worker_place', place);
  return employment;
}
