import { quarterSql, type RollUp, type RollUpDimension } from '@qaf/database';

/** Frozen with the migration that makes them; a later rule is a later migration. */
const COUNTED = `f.state in ('SUBMITTED', 'MODERATED', 'CLOSED')`;
const QUARTER: RollUpDimension = { type: 'text', sql: quarterSql('f.submitted_on') };
const TEAM: RollUpDimension = { type: 'uuid', sql: 'f.team_id' };
const SERVICE: RollUpDimension = { type: 'uuid', sql: 'f.service_id' };
const TOOL: RollUpDimension = { type: 'uuid', sql: 'f.tool_version_id' };
/** The grade that counts: the moderator's, else the auditor's. */
const GRADE: RollUpDimension = { type: 'text', sql: 'coalesce(f.moderated_grade, f.judged_grade)' };
/** Who knows the audit by name: its auditor, its moderator, and the worker whose case it is. */
const PEOPLE = `(select distinct p.id from unnest(array[f.auditor_id, f.moderator_id, f.worker_id]) p (id) where p.id is not null)`;
const PERSON: RollUpDimension = { type: 'uuid', sql: 's.person_id' };

/** The facts by day, another way round: quarters from a list of their first days, people by one column after the other. */
const DAYS = `(select d::date as starts, (d + interval '3 months')::date as ends,
  case when extract(month from d) = 1 then format('%s-%s Q4', extract(year from d)::int - 1, right(extract(year from d)::text, 2))
    else format('%s-%s Q%s', extract(year from d)::int, right((extract(year from d)::int + 1)::text, 2), (extract(month from d)::int - 1) / 3) end as code
  from generate_series(timestamp '1990-01-01', timestamp '2150-01-01', interval '3 months') d)`;
const GRADED = `casework.audit a join ${DAYS} q on a.submitted_on >= q.starts and a.submitted_on < q.ends`;
const WHERE = `a.submitted_on is not null and a.state not in ('ALLOCATED', 'CHECKLIST_DONE', 'IN_PROGRESS', 'WITHDRAWN')`;
const BEST = `case when a.moderated_grade is null then a.judged_grade else a.moderated_grade end`;
const KNOWN = `(select a.id as audit_id, a.auditor_id as person_id from casework.audit a union select a.id, a.moderator_id from casework.audit a union select a.id, a.worker_id from casework.audit a)`;

export const AUDIT_GRADES: RollUp = {
  name: 'audit_grade_sum',
  facts: 'audit',
  dimensions: { quarter: QUARTER, team_id: TEAM, service_id: SERVICE, tool_version_id: TOOL, grade: GRADE },
  measures: { audits: '1' },
  where: COUNTED,
  recount: `select q.code, a.team_id, a.service_id, a.tool_version_id, ${BEST}, count(*) from ${GRADED} where ${WHERE} group by 1, 2, 3, 4, 5`,
};

export const AUDIT_GRADES_KNOWN: RollUp = {
  name: 'audit_grade_known',
  facts: 'audit',
  dimensions: { quarter: QUARTER, team_id: TEAM, grade: GRADE, person_id: PERSON },
  measures: { audits: '1' },
  where: COUNTED,
  spread: `${PEOPLE} s (person_id)`,
  recount: `select q.code, a.team_id, ${BEST}, k.person_id, count(*) from ${GRADED} join ${KNOWN} k on k.audit_id = a.id where ${WHERE} and k.person_id is not null group by 1, 2, 3, 4`,
};

export const PRIORITY_GRADES: RollUp = {
  name: 'priority_grade_sum',
  facts: 'audit',
  dimensions: { quarter: QUARTER, team_id: TEAM, service_id: SERVICE, tool_version_id: TOOL, priority_code: { type: 'text', sql: 's.priority_code' }, grade: { type: 'text', sql: 's.grade' } },
  measures: { audits: '1' },
  where: COUNTED,
  spread: `jsonb_each_text(f.priority_grades) s (priority_code, grade)`,
  recount: `select q.code, a.team_id, a.service_id, a.tool_version_id, p, a.priority_grades ->> p, count(*) from ${GRADED}, jsonb_object_keys(a.priority_grades) p where ${WHERE} group by 1, 2, 3, 4, 5, 6`,
};

export const PRIORITY_GRADES_KNOWN: RollUp = {
  name: 'priority_grade_known',
  facts: 'audit',
  dimensions: { quarter: QUARTER, team_id: TEAM, priority_code: { type: 'text', sql: 's.priority_code' }, grade: { type: 'text', sql: 's.grade' }, person_id: PERSON },
  measures: { audits: '1' },
  where: COUNTED,
  spread: `(select e.key, e.value, p.id from jsonb_each_text(f.priority_grades) e cross join ${PEOPLE} p) s (priority_code, grade, person_id)`,
  recount: `select q.code, a.team_id, p, a.priority_grades ->> p, k.person_id, count(*) from ${GRADED} join ${KNOWN} k on k.audit_id = a.id, jsonb_object_keys(a.priority_grades) p
    where ${WHERE} and k.person_id is not null group by 1, 2, 3, 4, 5`,
};

export const GRADE_ROLL_UPS: readonly RollUp[] = [AUDIT_GRADES, AUDIT_GRADES_KNOWN, PRIORITY_GRADES, PRIORITY_GRADES_KNOWN];
