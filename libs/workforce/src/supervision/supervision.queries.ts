import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { CaseDiscussion, SupervisionSession } from './supervision.type';

const SESSION_COLUMNS = `s.id, s.kind, s.state, s.planned_for as "plannedFor", s.held_on as "heldOn", s.cancelled_reason as "cancelledReason",
  s.reflective_analysis as "reflectiveAnalysis", s.summary, s.version, s.worker_id as "workerId", s.supervisor_id as "supervisorId", s.team_id as "teamId"`;

const DISCUSSION_COLUMNS = `d.id, d.held_on as "heldOn", d.discussed, d.decision, d.agreed_actions as "agreedActions", d.session_id as "sessionId", d.child_id as "childId"`;

export const sessionById = rowLoader<SupervisionSession>(
  'supervision.byId',
  (unit, ids) => unit.query(`select ${SESSION_COLUMNS} from supervision_session s where s.id = any($1::uuid[])`, [ids]),
  { entity: 'SupervisionSession' },
);

export const discussionById = rowLoader<CaseDiscussion>(
  'discussion.byId',
  (unit, ids) => unit.query(`select ${DISCUSSION_COLUMNS} from case_discussion d where d.id = any($1::uuid[])`, [ids]),
  { entity: 'CaseDiscussion' },
);

export const discussionsOfSession = listLoader<CaseDiscussion>(
  'discussion.ofSession',
  (row) => row.sessionId ?? '',
  (unit, ids) => unit.query(`select ${DISCUSSION_COLUMNS} from case_discussion d where d.session_id = any($1::uuid[]) order by d.id`, [ids]),
  { entity: 'CaseDiscussion' },
);

/**
 * The last day on which each worker was supervised, as far as the viewer may know: by the sessions that they may see, and for
 * the Principal Social Worker and QPA by the day alone, which is kept apart.
 */
export const lastSupervised = listLoader<{ id: string; lastOn: string }>('supervision.last', (row) => row.id, (unit, ids) =>
  unit.query(LAST_SUPERVISED, [ids]),
);

const LAST_SUPERVISED = `select worker_id as id, max(held_on)::text as "lastOn" from (
  select s.worker_id, s.held_on from supervision_session s where s.state = 'HELD' and s.worker_id = any($1::uuid[])
  union all
  select l.worker_id, l.last_held_on from last_supervision l where l.worker_id = any($1::uuid[])) known group by 1`;

/** Around the viewer: given, received or stood above. */
const NEAR = `s.supervisor_id = (select viewer_worker()) or s.worker_id = (select viewer_worker())
  or s.worker_id = any((select viewer_workers())::uuid[]) or s.team_id = any((select viewer_teams())::uuid[])`;

export const SESSIONS: ListDefinition<SupervisionSession> = {
  name: 'supervisionSessions',
  columns: SESSION_COLUMNS,
  from: 'supervision_session s',
  id: 's.id',
  orders: {
    NEWEST: { terms: [{ sql: 's.planned_for', type: 'date' }], descending: true },
    OLDEST: { terms: [{ sql: 's.planned_for', type: 'date' }] },
  },
  parents: { worker: 's.worker_id', team: 's.team_id' },
  near: { from: 'supervision_session s', sql: NEAR, unless: (viewer) => holds(viewer, 'director', 'head_of_service', 'machine_import') },
  entity: 'SupervisionSession',
};

export const DISCUSSIONS: ListDefinition<CaseDiscussion> = {
  name: 'caseDiscussions',
  columns: DISCUSSION_COLUMNS,
  from: 'case_discussion d',
  id: 'd.id',
  orders: { NEWEST: { terms: [{ sql: 'd.held_on', type: 'date' }], descending: true } },
  parents: { child: 'd.child_id' },
  entity: 'CaseDiscussion',
};
