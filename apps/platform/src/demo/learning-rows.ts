import { addDays } from '@qaf/calendar';
import type { DemoOrganisation, DemoWorker } from './organisation';
import type { Random } from './random';
import type { Rows } from './rows';

/** Code, title, minutes, roles that it is required of, days to attend it in, months after which again. */
const COURSES: [string, string, number, string[], number, number | null][] = [
  ['safeguarding-children', 'Safeguarding children', 360, ['practitioner', 'senior_social_worker', 'team_manager', 'iro'], 90, 36],
  ['recording-with-care', 'Recording with care', 180, ['practitioner', 'senior_social_worker'], 180, null],
  ['neglect', 'Recognising and responding to neglect', 360, ['practitioner', 'senior_social_worker'], 365, 24],
  ['reflective-supervision', 'Giving reflective supervision', 360, ['team_manager', 'senior_social_worker'], 180, null],
  ['voice-of-the-child', 'Hearing the child', 180, [], 0, null],
];
const SINCE = '2016-04-01';
const PLACES = 40;
/** Events of a course lie so many days apart, going back from a month ahead. */
const APART = 45;

/** Courses, what roles require, three years of events with who came, and pieces of development. */
export function learningRows(rows: Rows, organisation: DemoOrganisation, random: Random, asOf: string): void {
  for (const [code, title, minutes, roles, within, repeat] of COURSES) {
    const courseId = random.uuid();
    rows.add('workforce', 'course', { id: courseId, code, title, cpd_minutes: minutes, theme_code: null });
    for (const role of roles) rows.add('workforce', 'course_requirement', { id: random.uuid(), course_id: courseId, role, within_days: within, repeat_months: repeat, source: 'The authority’s learning plan', valid_from: SINCE });
    const meant = organisation.workers.filter((worker) => roles.length === 0 || worker.roles.some(({ role }) => roles.includes(role)));
    for (let ahead = 30; ahead > -1090; ahead -= APART) event(rows, courseId, addDays(asOf, ahead), meant, random, asOf);
  }
  for (const worker of organisation.workers) development(rows, worker, random, asOf);
}

function event(rows: Rows, courseId: string, day: string, meant: readonly DemoWorker[], random: Random, asOf: string): void {
  const id = random.uuid();
  const coming = new Set(Array.from({ length: random.int(12, PLACES) }, () => random.pick(meant)).filter(({ startedOn, leftOn }) => startedOn <= day && (leftOn === null || day <= leftOn)));
  rows.add('workforce', 'learning_event', { id, course_id: courseId, held_on: day, places: PLACES });
  for (let number = 1; number <= PLACES; number += 1) rows.add('workforce', 'learning_place', { event_id: id, number, taken: number <= coming.size });
  for (const worker of coming) {
    const state = day >= asOf ? 'BOOKED' : random.chance(880) ? 'ATTENDED' : 'ABSENT';
    const score = state === 'ATTENDED' && random.chance(600) ? random.weighted([[5, 30], [4, 45], [3, 18], [2, 5], [1, 2]] as const) : null;
    rows.add('workforce', 'learning_booking', { id: random.uuid(), event_id: id, worker_id: worker.id, state, score, comment: null });
  }
}

function development(rows: Rows, worker: DemoWorker, random: Random, asOf: string): void {
  if (worker.leftOn || !/social worker|reviewing/i.test(worker.jobTitle)) return;
  for (let piece = random.int(0, 3); piece > 0; piece -= 1) {
    rows.add('workforce', 'cpd_piece', { id: random.uuid(), worker_id: worker.id, recorded_on: addDays(asOf, -random.int(0, 400)), title: random.pick(['A seminar', 'A peer-led workshop', 'Reading research', 'Shadowing a colleague']), reflection: 'What was learned, and what changes in practice because of it.', peer_reflection: random.chance(450) });
  }
}
