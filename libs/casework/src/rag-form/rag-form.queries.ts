import { ENGLAND } from '@qaf/calendar';
import { listLoader, rowLoader } from '@qaf/database';
import { Grade, type ListDefinition, NAMED_CHILDREN, uuidOf, Where } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { RagFormFilter } from './rag-form.inputs';
import { RAG_AREAS } from './rag-form.reference';
import { givenByForLate } from './rag-form.rules';
import type { RagFollowUp, RagForm, RagFormArea } from './rag-form.type';

const COLUMNS = `f.id, f.child_id as "childId", f.meeting_id as "meetingId", f.author_id as "authorId", f.worker_id as "workerId", f.team_id as "teamId", f.rag, f.held_on as "heldOn", f.given_on as "givenOn",
  f.practice_problems as "practiceProblems", f.drift_or_delay as "driftOrDelay", f.drift_reason as "driftReason", f.worker_acknowledged_on as "workerAcknowledgedOn", f.worker_comment as "workerComment",
  f.manager_answered_on as "managerAnsweredOn", f.manager_answer as "managerAnswer", f.answered_by_id as "answeredById", f.resolved_on as "resolvedOn", f.version`;

const ME = '(select viewer_worker())';
const NEAR = `f.author_id = ${ME} or f.worker_id = ${ME} or f.worker_id = any((select viewer_workers())::uuid[]) or f.team_id = any((select viewer_teams())::uuid[]) or f.child_id = any(${NAMED_CHILDREN})`;

export const ragFormById = rowLoader<RagForm>('ragForm.byId', (unit, ids) => unit.query(`select ${COLUMNS} from rag_form f where f.id = any($1::uuid[])`, [ids]), { entity: 'RagForm' });

export const formsOfMeeting = listLoader<RagForm & { meetingId: string }>('ragForm.ofMeeting', (row) => row.meetingId, (unit, ids) => unit.query(`select ${COLUMNS} from rag_form f where f.meeting_id = any($1::uuid[])`, [ids]), { entity: 'RagForm' });

export const RAG_FORMS: ListDefinition<RagForm> = {
  name: 'ragForms',
  columns: COLUMNS,
  from: 'rag_form f',
  id: 'f.id',
  orders: { RECENT: { terms: [{ sql: 'f.given_on', type: 'date' }], descending: true } },
  parents: { child: 'f.child_id' },
  near: { from: 'rag_form f', sql: NEAR, unless: (viewer) => holds(viewer, 'director', 'head_of_service', 'principal_iro', 'principal_social_worker', 'qpa_officer', 'machine_import', 'machine_event') },
  entity: 'RagForm',
};

/** The areas of forms, in the order of the form. */
export const areasOfForm = listLoader<RagFormArea & { formId: string }>('ragForm.areas', (row) => row.formId, (unit, ids) =>
  unit.query(
    `select a.form_id as "formId", a.area, t.title, a.rag, a.note from rag_form_area a
     join json_to_recordset($2::text::json) as t(code text, title text, position int) on t.code = a.area where a.form_id = any($1::uuid[]) order by t.position`,
    [ids, JSON.stringify(RAG_AREAS.map((area, position) => ({ ...area, position })))],
  ),
);

export const followUpsOfForm = listLoader<RagFollowUp & { formId: string }>('ragForm.followUps', (row) => row.formId, (unit, ids) =>
  unit.query(`select u.form_id as "formId", u.held_on as "heldOn", u.note, u.resolved, u.by_id as "byId", u.with_id as "withId" from rag_follow_up u where u.form_id = any($1::uuid[]) order by u.form_id, u.position`, [ids]),
);

/** SQL: the last submitted audit of a child, of those that the viewer may see. */
const lastAudit = (child: string): string =>
  `select coalesce(a.moderated_grade, a.judged_grade) as grade from audit a where a.child_id = ${child} and a.submitted_on is not null and a.state <> 'WITHDRAWN' order by a.submitted_on desc, a.id desc limit 1`;

export const lastGradeOfChild = listLoader<{ childId: string; grade: Grade }>('ragForm.lastGrade', (row) => row.childId, (unit, ids) =>
  unit.query(`select c.id as "childId", l.grade from unnest($1::uuid[]) as c(id) cross join lateral (${lastAudit('c.id')}) l`, [ids]),
);

const MOST_DAYS = 500;
const BEST_FIRST = Object.values(Grade);
const SECOND_AMBER = `(f.rag = 'AMBER' and not exists (select from rag_form n where n.child_id = f.child_id and (n.held_on, n.id) > (f.held_on, f.id))
  and coalesce((select p.rag from rag_form p where p.child_id = f.child_id and (p.held_on, p.id) < (f.held_on, f.id) order by p.held_on desc, p.id desc limit 1), '') = 'AMBER')`;

/** The conditions of a filter on a day. An id that is none of the type asked for finds nothing. */
export function ragFormsWhere(filter: RagFormFilter, today: string): Where {
  const where = new Where().given(filter.rag, 'f.rag = ?').given(filter.givenFrom, 'f.given_on >= ?::date').given(filter.givenBefore, 'f.given_on < ?::date');
  if (filter.teamId != null) where.and('f.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  if (filter.authorId != null) where.and('f.author_id = ?::uuid', uuidOf('Worker', filter.authorId));
  if (filter.open != null) where.and(`(f.rag <> 'GREEN' and f.resolved_on is null) = ?::boolean`, filter.open);
  if (filter.lastAuditAtLeast != null) where.and(`(${lastAudit('f.child_id')}) = any(?::text[])`, BEST_FIRST.slice(0, BEST_FIRST.indexOf(filter.lastAuditAtLeast) + 1));
  if (filter.secondAmber != null) where.and(`${SECOND_AMBER} = ?::boolean`, filter.secondAmber);
  const days = filter.unansweredInWorkingDays;
  if (days == null) return where;
  // Longer than anybody asks, and than the calendar reaches back: nothing is found.
  if (days > MOST_DAYS) return where.and('false');
  return where.and('f.manager_answered_on is null and f.given_on <= ?::date', givenByForLate(today, Math.max(days, 0), ENGLAND));
}
