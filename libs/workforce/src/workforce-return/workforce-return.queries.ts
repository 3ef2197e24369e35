import type { ListDefinition } from '@qaf/graph';
import type { WorkforceReturn, WorkforceReturnLine } from './workforce-return.type';

export const RETURNS: ListDefinition<WorkforceReturn> = {
  name: 'workforceReturns',
  columns: `r.id, r.authority, r.year, r.reference_date as "referenceDate", r.vacancy_fte_thousandths as "vacancyFteThousandths", r.agency_fte_thousandths as "agencyFteThousandths", r.agency_headcount as "agencyHeadcount"`,
  from: 'workforce_return r',
  id: 'r.id',
  orders: { NEWEST: { terms: [{ sql: 'r.year', type: 'integer' }], descending: true } },
};

export const RETURN_LINES: ListDefinition<WorkforceReturnLine> = {
  name: 'workforceReturnLines',
  columns: `l.id, l.place, l.number, l.agency_worker as "agencyWorker", l.fte_thousandths as "fteThousandths", l.role_started_on as "roleStartedOn", l.role_ended_on as "roleEndedOn",
    l.missing, l.doubtful, l.return_id as "returnId", l.worker_id as "workerId", l.role_code as "roleReturnCode"`,
  from: 'workforce_return_line l',
  id: 'l.id',
  orders: { PLACE: { terms: [{ sql: 'l.place', type: 'integer' }] } },
  parents: { return: 'l.return_id' },
  entity: 'WorkforceReturnLine',
};
