import { randomUUID } from 'node:crypto';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { isRole } from '@qaf/identity';
import type { OpenCourseInput, PlanLearningEventInput, RequireCourseInput } from './learning.inputs';

/** Adds a course. */
export async function openCourse(tx: CommandTransaction, { code, title, cpdMinutes, themeCode }: OpenCourseInput): Promise<Success> {
  const id = randomUUID();
  const added = await tx.query('insert into course (id, code, title, cpd_minutes, theme_code) values ($1, $2, $3, $4, $5) on conflict (code) do nothing returning id', [id, code, title, cpdMinutes, themeCode ?? null]);
  if (added.length === 0) throw refuse('CourseCodeTaken', 'Another course has this code.', ['code']);
  tx.changed('Course', [id], 'openCourse');
  return { __typename: 'OpenCourseSuccess', courseId: id };
}

/** Requires a course of a role from a day on. */
export async function requireCourse(tx: CommandTransaction, input: RequireCourseInput): Promise<Success> {
  const courseId = await knownCourse(tx, input.courseId);
  if (!isRole(input.role)) throw inputInvalid(['role'], 'There is no such role.');
  try {
    await tx.query('insert into course_requirement (course_id, role, within_days, repeat_months, source, valid_from) values ($1, $2, $3, $4, $5, $6)', [courseId, input.role, input.withinDays, input.repeatMonths ?? null, input.source, input.from]);
  } catch (error) {
    throw breaks(error, 'course_requirement_no_overlap') ? refuse('CourseRequiredAlready', 'The course is required of the role at that time already.', ['role']) : error;
  }
  tx.changed('Course', [courseId], 'requireCourse');
  return { __typename: 'RequireCourseSuccess', courseId };
}

/** Plans a day on which a course is held. */
export async function planLearningEvent(tx: CommandTransaction, input: PlanLearningEventInput): Promise<Success> {
  const courseId = await knownCourse(tx, input.courseId);
  const id = randomUUID();
  await tx.query('insert into learning_event (id, course_id, held_on, places) values ($1, $2, $3, $4)', [id, courseId, input.heldOn, input.places]);
  await tx.query('insert into learning_place (event_id, number) select $1, n from generate_series(1, $2::int) n', [id, input.places]);
  tx.changed('LearningEvent', [id], 'planLearningEvent');
  return { __typename: 'PlanLearningEventSuccess', eventId: id };
}

async function knownCourse(tx: CommandTransaction, courseId: string): Promise<string> {
  const id = uuidOf('Course', courseId);
  const rows = id ? await tx.query('select 1 from course where id = $1', [id]) : [];
  if (!id || rows.length === 0) throw notFound(['courseId'], 'course');
  return id;
}
