import { listLoader, rowLoader } from '@qaf/database';
import { type ListDefinition, uuidOf, Where } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { ChildFilter } from './child.inputs';
import type { Child } from './child.type';

export const CHILD_COLUMNS = `c.id, c.case_reference as "caseReference", c.birth_year as "birthYear", c.birth_month as "birthMonth",
  c.expected_birth_month as "expectedBirthMonth", c.gender, c.ethnicity, c.disabled, c.first_language as "firstLanguage", c.religion,
  exists (select from child_lock l where l.child_id = c.id and l.locked) as locked, c.version, c.worker_id as "workerId", c.team_id as "teamId", c.iro_id as "iroId"`;

export const childById = rowLoader<Child>(
  'child.byId',
  (unit, ids) => unit.query(`select ${CHILD_COLUMNS} from child c where c.id = any($1::uuid[])`, [ids]),
  { entity: 'Child' },
);

/** Months since year nought; an unborn child counts as the youngest, an unknown month as the oldest. */
const BORN = `case when c.expected_birth_month is not null then 99999 else coalesce(c.birth_year * 12 + coalesce(c.birth_month, 0), 0) end`;

const ME = '(select viewer_worker())';

/** Around the viewer: allocated to them or below them, in an audit of theirs, by a lock or in an emergency. */
const NEAR = `c.worker_id = ${ME} or c.iro_id = ${ME} or c.team_id = any((select viewer_teams())::uuid[]) or c.worker_id = any((select viewer_workers())::uuid[])
  or c.id = any(array(select a.child_id from audit a where a.auditor_id = ${ME} union select l.child_id from child_lock l where l.locked and ${ME} = any(l.worker_ids)
    union select e.child_id from emergency_access e where e.worker_id = ${ME}))`;

export const CHILDREN: ListDefinition<Child> = {
  name: 'children',
  columns: CHILD_COLUMNS,
  from: 'child c',
  id: 'c.id',
  orders: {
    CASE_REFERENCE: { terms: [{ sql: 'c.case_reference', type: 'text' }] },
    YOUNGEST: { terms: [{ sql: BORN, type: 'integer' }], descending: true },
  },
  parents: { worker: 'c.worker_id', team: 'c.team_id' },
  near: { from: 'child c', sql: NEAR, unless: (viewer) => holds(viewer, 'director', 'head_of_service', 'principal_iro', 'principal_social_worker', 'qpa_officer', 'machine_import', 'machine_event') },
  entity: 'Child',
};

/** SQL: whether a reference is the child's, now or by a merge. `?` is the reference, twice. */
export const HAS_REFERENCE = '(c.case_reference = ? or c.id = (select a.child_id from child_alias a where a.case_reference = ?))';

/** When the workers to whom children are allocated left, of those who did. */
export const leavingOfWorker = listLoader<{ workerId: string; leftOn: string }>('child.workerLeaving', (row) => row.workerId, (unit, ids) =>
  unit.query('select worker_id as "workerId", left_on::text as "leftOn" from worker_place where worker_id = any($1::uuid[]) and left_on is not null', [ids]),
);

/** The conditions of a filter on a day. An id that is none of the type asked for finds nothing. */
export function childrenWhere(filter: ChildFilter, today: string): Where {
  const where = new Where();
  if (filter.caseReference != null) where.and(HAS_REFERENCE, filter.caseReference, filter.caseReference);
  if (filter.workerHasLeft != null) where.and('exists (select from worker_place w where w.worker_id = c.worker_id and w.left_on < ?::date) = ?::boolean', today, filter.workerHasLeft);
  if (filter.teamId != null) where.and('c.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  if (filter.workerId != null) where.and('c.worker_id = ?::uuid', uuidOf('Worker', filter.workerId));
  if (filter.iroId != null) where.and('c.iro_id = ?::uuid', uuidOf('Worker', filter.iroId));
  return withEpisodes(where, filter);
}

function withEpisodes(where: Where, { episodeKind, open }: ChildFilter): Where {
  const some = `exists (select from episode e where e.child_id = c.id and (?::text is null or e.kind = ?::text)`;
  const kind = episodeKind ?? null;
  if (kind !== null) where.and(`${some})`, kind, kind);
  // Not as a comparison with true or false, which the planner would ask child by child.
  if (open != null) where.and(`${open ? '' : 'not '}${some} and e.ended_on is null)`, kind, kind);
  return where;
}
