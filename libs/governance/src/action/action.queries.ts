import { rowLoader } from '@qaf/database';
import { type ListDefinition, NAMED_CHILDREN } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { Action } from './action.type';

// Whoever sees the row sees its detail, but for the Chief Executive: only for them is it asked row by row, which costs.
export const ACTION_FROM = `action a cross join lateral (select not (select viewer_holds('chief_executive')) or sees_action_detail(
  a.owner_id, a.deputy_id, a.verifier_id, a.opened_by_id, a.worker_id, a.team_id, a.service_id) as open) d`;

const whenOpen = (column: string, name: string) => `case when d.open then a.${column} end as "${name}"`;

export const ACTION_COLUMNS = `a.id, a.title, a.source_kind as "sourceKind", a.due_on as "dueOn", a.state, a.opened_on as "openedOn", a.done_on as "doneOn",
  a.verified_on as "verifiedOn", a.cancelled_on as "cancelledOn", a.escalation_level as "escalationLevel", a.version, not d.open as "detailWithheld",
  a.owner_id as "ownerId", a.deputy_id as "deputyId", a.verifier_id as "verifierId", a.team_id as "teamId", a.service_id as "serviceId",
  coalesce(a.source_grade = 'INADEQUATE', false) as "followsInadequate", a.theme_code as "themeCode", a.priority_code as "priorityCode",
  ${whenOpen('description', 'description')}, ${whenOpen('measure', 'measure')}, ${whenOpen('evidence', 'evidence')}, ${whenOpen('outcome', 'outcome')},
  ${whenOpen('source_id', 'sourceId')}, ${whenOpen('child_id', 'childId')}, ${whenOpen('worker_id', 'workerId')}, ${whenOpen('opened_by_id', 'openedById')}`;

export const actionById = rowLoader<Action>(
  'action.byId',
  (unit, ids) => unit.query(`select ${ACTION_COLUMNS} from ${ACTION_FROM} where a.id = any($1::uuid[])`, [ids]),
  { entity: 'Action' },
);

const BELOW = 'any((select viewer_workers())::uuid[])';

/** Around the viewer: they are a part of it, stand above it, or are named in the lock of its child. Who leads a service sees many. */
const NEAR = `${['owner', 'deputy', 'verifier', 'opened_by'].map((party) => `a.${party}_id = (select viewer_worker())`).join(' or ')}
  or a.owner_id = ${BELOW} or a.worker_id = ${BELOW} or a.team_id = any((select viewer_teams())::uuid[])
  or a.child_id = any(${NAMED_CHILDREN})`;

export const ACTIONS: ListDefinition<Action> = {
  name: 'actions',
  columns: ACTION_COLUMNS,
  from: ACTION_FROM,
  id: 'a.id',
  orders: {
    DUE_FIRST: { terms: [{ sql: 'a.due_on', type: 'date' }] },
    DUE_LAST: { terms: [{ sql: 'a.due_on', type: 'date' }], descending: true },
    NEWEST: { terms: [{ sql: 'a.opened_on', type: 'date' }], descending: true },
    // Raised the highest first, then due the earliest: both ascending.
    ESCALATED: { terms: [{ sql: '-a.escalation_level', type: 'integer' }, { sql: 'a.due_on', type: 'date' }] },
  },
  parents: { owner: 'a.owner_id', team: 'a.team_id', service: 'a.service_id', child: 'a.child_id', audit: 'a.source_id' },
  near: { from: 'action a', sql: NEAR, unless: (viewer) => viewer.services.length > 0 || holds(viewer, 'principal_social_worker', 'qpa_officer', 'director', 'head_of_service', 'chief_executive', 'machine_event', 'machine_import') },
  entity: 'Action',
};

/** The same list with the themes and priorities at hand: their keys are codes, and a parent is asked for by UUID. */
export const ACTIONS_BY_SUBJECT: ListDefinition<Action> = {
  ...ACTIONS,
  name: 'actionsBySubject',
  from: `${ACTION_FROM} left join theme th on th.code = a.theme_code left join practice_priority pp on pp.code = a.priority_code`,
  parents: { theme: 'th.id', priority: 'pp.id' },
};
