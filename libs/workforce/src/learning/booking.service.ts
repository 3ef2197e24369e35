import { randomUUID } from 'node:crypto';
import type { IsoDate } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import type { BookLearningInput, EvaluateLearningInput, RecordAttendanceInput } from './learning.inputs';

/** Gives a worker a place at an event, while there is one. */
export async function bookLearning(tx: CommandTransaction, input: BookLearningInput): Promise<Success> {
  const eventId = uuidOf('LearningEvent', input.eventId);
  const event = eventId ? await tx.query('select 1 from learning_event where id = $1', [eventId]) : [];
  if (!eventId || event.length === 0) throw notFound(['eventId'], 'event');
  const workerId = await bookable(tx, input.workerId);
  const id = randomUUID();
  const booked = await tx.query('insert into learning_booking (id, event_id, worker_id) values ($1, $2, $3) on conflict (event_id, worker_id) do nothing returning id', [id, eventId, workerId]);
  if (booked.length === 0) throw refuse('LearningBookedAlready', 'The worker has a place at the event.', ['workerId']);
  const [free] = await tx.query<{ number: number }>('select number from learning_place where event_id = $1 and not taken order by number limit 1 for update skip locked', [eventId]);
  if (!free) throw refuse('LearningEventFull', 'Every place is taken.', ['eventId']);
  await tx.query('update learning_place set taken = true where event_id = $1 and number = $2', [eventId, free.number]);
  tx.changed('LearningBooking', [id], 'bookLearning');
  return { __typename: 'BookLearningSuccess', bookingId: id };
}

/** Puts on record whether somebody came; who plans learning does, once the day has come. */
export async function recordAttendance(tx: CommandTransaction, input: RecordAttendanceInput, today: IsoDate): Promise<Success> {
  const booking = await bookingFor(tx, input);
  if (booking.heldOn > today) throw refuse('LearningEventNotHeld', 'The event is still to come.', ['bookingId']);
  const state = input.attended ? 'ATTENDED' : 'ABSENT';
  await tx.query(`update learning_booking set state = $2, score = case when $3 then score end, comment = case when $3 then comment end, version = version + 1 where id = $1`, [booking.id, state, input.attended]);
  tx.changed('LearningBooking', [booking.id], 'recordAttendance');
  return { __typename: 'RecordAttendanceSuccess', bookingId: booking.id };
}

/** What a worker says of an event that they attended; nobody says it for them. */
export async function evaluateLearning(tx: CommandTransaction, input: EvaluateLearningInput): Promise<Success> {
  const booking = await bookingFor(tx, input);
  if (booking.workerId !== tx.viewer.workerId) throw notFound(['bookingId'], 'booking');
  if (booking.state !== 'ATTENDED') throw refuse('LearningNotAttended', 'You are not on record as having attended.', ['bookingId']);
  await tx.query('update learning_booking set score = $2, comment = $3, version = version + 1 where id = $1', [booking.id, input.score, input.comment ?? null]);
  tx.changed('LearningBooking', [booking.id], 'evaluateLearning');
  return { __typename: 'EvaluateLearningSuccess', bookingId: booking.id };
}

interface Booking {
  id: string;
  workerId: string;
  state: string;
  version: number;
  heldOn: string;
}

async function bookingFor(tx: CommandTransaction, input: { bookingId: string; version: number }): Promise<Booking> {
  const id = uuidOf('LearningBooking', input.bookingId);
  const [booking] = id
    ? await tx.query<Booking>('select b.id, b.worker_id as "workerId", b.state, b.version, e.held_on::text as "heldOn" from learning_booking b join learning_event e on e.id = b.event_id where b.id = $1 for update of b', [id])
    : [];
  if (!booking) throw notFound(['bookingId'], 'booking');
  mustBeCurrent('LearningBooking', booking.version, input.version);
  return booking;
}

/** Oneself, somebody below in the line of management, or anyone for who plans learning. */
async function bookable(tx: CommandTransaction, workerId: string): Promise<string> {
  const id = uuidOf('Worker', workerId);
  const rows = id
    ? await tx.query(`select 1 from worker where id = $1 and (id = viewer_worker() or id = any(viewer_workers()) or viewer_holds('principal_social_worker', 'qpa_officer', 'hr_officer'))`, [id])
    : [];
  if (!id || rows.length === 0) throw notFound(['workerId'], 'worker');
  return id;
}
