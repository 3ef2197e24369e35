import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Required } from './learning.rules';
import type { Course, CourseRequirement, LearningBooking, LearningEvent } from './learning.type';

const COURSE = `c.id, c.code, c.title, c.cpd_minutes as "cpdMinutes", c.theme_code as "themeCode"`;
const EVENT = `e.id, e.held_on as "heldOn", e.places, e.course_id as "courseId"`;
const BOOKING = `b.id, b.state, b.score, b.comment, b.version, b.event_id as "eventId", b.worker_id as "workerId"`;

export const courseById = rowLoader<Course>('course.byId', (unit, ids) => unit.query(`select ${COURSE} from course c where c.id = any($1::uuid[])`, [ids]));

export const COURSES: ListDefinition<Course> = { name: 'courses', columns: COURSE, from: 'course c', id: 'c.id', orders: { TITLE: { terms: [{ sql: 'c.title', type: 'text' }] } } };

export const requirementsOf = listLoader<CourseRequirement>('course.requirements', (row) => row.courseId, (unit, ids) =>
  unit.query(
    `select r.course_id as "courseId", r.role, r.within_days as "withinDays", r.repeat_months as "repeatMonths", r.source, r.valid_from as "validFrom", r.valid_to as "validTo"
     from course_requirement r where r.course_id = any($1::uuid[]) order by r.role, r.valid_from`,
    [ids],
  ),
);

export const eventById = rowLoader<LearningEvent>('learningEvent.byId', (unit, ids) => unit.query(`select ${EVENT} from learning_event e where e.id = any($1::uuid[])`, [ids]));

export const EVENTS: ListDefinition<LearningEvent> = {
  name: 'learningEvents',
  columns: EVENT,
  from: 'learning_event e',
  id: 'e.id',
  orders: { EARLIEST: { terms: [{ sql: 'e.held_on', type: 'date' }] } },
};

export const bookingById = rowLoader<LearningBooking>('booking.byId', (unit, ids) => unit.query(`select ${BOOKING} from learning_booking b where b.id = any($1::uuid[])`, [ids]), { entity: 'LearningBooking' });

/** Each worker's places at events, the latest first. */
export const BOOKINGS: ListDefinition<LearningBooking> = {
  name: 'learningBookings',
  columns: BOOKING,
  from: 'learning_booking b join learning_event e on e.id = b.event_id',
  id: 'b.id',
  orders: { NEWEST: { terms: [{ sql: 'e.held_on', type: 'date' }], descending: true } },
  parents: { worker: 'b.worker_id' },
  entity: 'LearningBooking',
};

/** What each worker's roles require today, with when it was attended last. The key is the day, a blank and the worker. Nothing for a worker whose bookings the viewer may not see. */
export const requiredOf = listLoader<Required & { key: string }>('learning.required', (row) => row.key, (unit, keys) =>
  unit.query(
    `select k.key, q.course_id as "courseId", q.within_days as "withinDays", q.repeat_months as "repeatMonths", greatest(r.valid_from, q.valid_from)::text as since, a.last::text as "lastAttendedOn"
     from (select key, left(key, 10)::date as day, substr(key, 12)::uuid as worker from unnest($1::text[]) as k(key)) k
     join role_assignment r on r.person_id = k.worker and r.valid_from <= k.day and (r.valid_to is null or k.day < r.valid_to)
     join course_requirement q on q.role = r.role and q.valid_from <= k.day and (q.valid_to is null or k.day < q.valid_to)
     cross join lateral (select max(e.held_on) as last from learning_booking b join learning_event e on e.id = b.event_id
       where b.worker_id = k.worker and b.state = 'ATTENDED' and e.course_id = q.course_id and e.held_on <= k.day) a
     join course c on c.id = q.course_id
     where k.worker = viewer_worker() or k.worker = any((select viewer_workers())::uuid[]) or (select viewer_holds('principal_social_worker', 'qpa_officer', 'hr_officer'))
     order by c.title, c.id`,
    [keys],
  ),
);

/** How many places each event has left. */
export const placesLeftOf = listLoader<{ eventId: string; n: number }>('learningEvent.placesLeft', (row) => row.eventId, (unit, ids) =>
  unit.query('select p.event_id as "eventId", count(*)::int as n from learning_place p where p.event_id = any($1::uuid[]) and not p.taken group by 1', [ids]),
);
