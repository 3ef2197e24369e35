import { dropRollUp, rollUp, withoutRowRules } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GRADE_ROLL_UPS } from './grade-roll-ups';

const SCHEMA = 'casework';

/** A grade for each practice priority that an audit's questions serve, and sums of audits by grade, kept in step with them. */
export class SumGrades1795120000000 implements MigrationInterface {
  name = 'SumGrades1795120000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table ${SCHEMA}.audit add column priority_grades jsonb not null default '{}' check (jsonb_typeof(priority_grades) = 'object')`);
    await gradeEarlierAudits(q);
    for (const one of GRADE_ROLL_UPS) await rollUp(q, SCHEMA, one);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const one of [...GRADE_ROLL_UPS].reverse()) await dropRollUp(q, SCHEMA, one);
    await q.query(`alter table ${SCHEMA}.audit drop column priority_grades`);
  }
}

/** As the rule has it when an audit is submitted: the mean by weight of the graded answers, half way going to the better. */
async function gradeEarlierAudits(q: QueryRunner): Promise<void> {
  const rules = ['audit', 'audit_answer', 'audit_question', 'audit_tool_version'];
  const work = rules.reduceRight<() => Promise<unknown>>((inner, table) => () => withoutRowRules(q, SCHEMA, table, inner), () => q.query(EARLIER));
  await work();
}

const GRADES = `array['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE']`;
const EARLIER = `
  with weighed as (
    select a.id, q.priority_code, sum(q.weight) as weight, sum(q.weight * (array_position(${GRADES}, n.grade) - 1)) as total
    from ${SCHEMA}.audit a join ${SCHEMA}.audit_question q on q.version_id = a.tool_version_id join ${SCHEMA}.audit_answer n on n.audit_id = a.id and n.question_key = q.key
    where a.submitted_on is not null and q.priority_code is not null and n.grade is not null and q.weight > 0 group by 1, 2),
  graded as (select id, jsonb_object_agg(priority_code, (${GRADES})[ceil((2 * total - weight)::numeric / (2 * weight))::int + 1]) as grades from weighed group by id)
  update ${SCHEMA}.audit a set priority_grades = g.grades from graded g where g.id = a.id`;
