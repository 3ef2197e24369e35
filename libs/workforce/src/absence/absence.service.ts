import { randomUUID } from 'node:crypto';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { workerKept } from '../registration/kept-worker';
import { mustBeCode } from '../workforce-code/workforce-code.queries';
import type { RecordAbsenceInput, RecordReturnInput } from './absence.inputs';

/** Puts a worker's time away on record; HR, their manager and head of service do. */
export async function recordAbsence(tx: CommandTransaction, input: RecordAbsenceInput): Promise<Success> {
  const workerId = await workerKept(tx, input.workerId);
  const { reasonCode, startedOn, returnedOn = null } = input;
  await mustBeCode(tx, 'ABSENCE_REASON', reasonCode, startedOn, ['reasonCode']);
  if (returnedOn !== null && returnedOn <= startedOn) throw inputInvalid(['returnedOn'], 'The first day back comes after the first day away.');
  const id = randomUUID();
  await apart(() => tx.query('insert into worker_absence (id, worker_id, reason_code, started_on, returned_on) values ($1, $2, $3, $4, $5)', [id, workerId, reasonCode, startedOn, returnedOn]), 'startedOn');
  tx.changed('WorkerAbsence', [id], 'recordAbsence');
  return { __typename: 'RecordAbsenceSuccess', absenceId: id };
}

/** Puts the first day back, or another one, on record. */
export async function recordReturn(tx: CommandTransaction, input: RecordReturnInput): Promise<Success> {
  const id = uuidOf('WorkerAbsence', input.absenceId);
  const [absence] = id ? await tx.query<{ version: number; startedOn: string; own: boolean }>(`select version, started_on::text as "startedOn", worker_id = viewer_worker() and not viewer_holds('hr_officer') as own from worker_absence where id = $1`, [id]) : [];
  // Nobody but HR changes what is on record of themself.
  if (!absence || absence.own) throw notFound(['absenceId'], 'absence');
  mustBeCurrent('Absence', absence.version, input.version);
  if (input.returnedOn <= absence.startedOn) throw inputInvalid(['returnedOn'], 'The first day back comes after the first day away.');
  await apart(() => tx.query('update worker_absence set returned_on = $2, version = version + 1 where id = $1', [id, input.returnedOn]), 'returnedOn');
  tx.changed('WorkerAbsence', [id as string], 'recordReturn');
  return { __typename: 'RecordReturnSuccess', absenceId: id as string };
}

async function apart(write: () => Promise<unknown>, field: string): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw breaks(error, 'worker_absence_no_overlap') ? refuse('AbsenceOverlaps', 'The worker is on record as away at some of that time already.', [field]) : error;
  }
}
