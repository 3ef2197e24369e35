import { rowLoader } from '@qaf/database';
import { type ListDefinition, NAMED_CHILDREN, uuidOf, Where } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { AuditFilter } from './audit.inputs';
import type { Audit } from './audit.type';

export const AUDIT_COLUMNS = `a.id, a.child_id as "childId", a.tool_version_id as "toolVersionId", a.auditor_id as "auditorId", a.moderator_id as "moderatorId",
  a.worker_id as "workerId", a.team_id as "teamId", a.kind, a.state, a.allocated_on as "allocatedOn", a.due_on as "dueOn", a.period, a.with_worker as "withWorker",
  a.checklist, a.checklist_done_on as "checklistDoneOn", coalesce(a.moderated_grade, a.judged_grade) as grade, a.computed_grade as "computedGrade",
  a.limited_by as "limitedBy", a.judged_grade as "judgedGrade", a.grade_reason as "gradeReason", a.strengths, a.areas_to_improve as "areasToImprove",
  a.child_voice_evident as "childVoiceEvident", a.submitted_on as "submittedOn", a.moderated_grade as "moderatedGrade", a.moderation_reason as "moderationReason",
  a.moderated_on as "moderatedOn", a.feedback_given_on as "feedbackGivenOn", a.acknowledged_on as "acknowledgedOn", a.worker_comment as "workerComment",
  a.closed_on as "closedOn", a.withdrawn_reason as "withdrawnReason", a.version`;

export const auditById = rowLoader<Audit>(
  'audit.byId',
  (unit, ids) => unit.query(`select ${AUDIT_COLUMNS} from audit a where a.id = any($1::uuid[])`, [ids]),
  { entity: 'Audit' },
);

const ME = '(select viewer_worker())';
const BELOW = 'any((select viewer_workers())::uuid[])';

/** Around the viewer: theirs to do or to moderate, of their practice or that of those below them, or about a child whose lock names them. */
const NEAR = `a.auditor_id = ${ME} or a.moderator_id = ${ME} or a.worker_id = ${ME} or a.worker_id = ${BELOW} or a.auditor_id = ${BELOW} or a.team_id = any((select viewer_teams())::uuid[])
  or a.child_id = any(${NAMED_CHILDREN})`;

export const AUDITS: ListDefinition<Audit> = {
  name: 'audits',
  columns: AUDIT_COLUMNS,
  from: 'audit a',
  id: 'a.id',
  orders: {
    DUE: { terms: [{ sql: 'a.due_on', type: 'date' }] },
    RECENT: { terms: [{ sql: 'a.allocated_on', type: 'date' }], descending: true },
  },
  parents: { child: 'a.child_id', auditor: 'a.auditor_id', worker: 'a.worker_id', team: 'a.team_id' },
  near: { from: 'audit a', sql: NEAR, unless: (viewer) => holds(viewer, 'director', 'head_of_service', 'principal_social_worker', 'qpa_officer', 'machine_import', 'machine_event') },
  entity: 'Audit',
};

/** The conditions of a filter. An id that is none of the type asked for finds nothing. */
export function auditsWhere(filter: AuditFilter): Where {
  const where = new Where()
    .given(filter.state, 'a.state = ?')
    .given(filter.grade, 'coalesce(a.moderated_grade, a.judged_grade) = ?')
    .given(filter.kind, 'a.kind = ?')
    .given(filter.period, 'a.period = ?')
    .given(filter.dueBefore, 'a.due_on < ?::date');
  if (filter.open != null) where.and(`(a.state in ('ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS')) = ?::boolean`, filter.open);
  if (filter.teamId != null) where.and('a.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  if (filter.auditorId != null) where.and('a.auditor_id = ?::uuid', uuidOf('Worker', filter.auditorId));
  if (filter.workerId != null) where.and('a.worker_id = ?::uuid', uuidOf('Worker', filter.workerId));
  return where;
}
