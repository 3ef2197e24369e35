import { randomUUID } from 'node:crypto';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { mustBeCode } from '../workforce-code/workforce-code.queries';
import { workerKept } from './kept-worker';
import type { RecordQualificationInput, RecordRegistrationInput } from './registration.inputs';

/** What the database refuses a registration for, and the problem's name and words. */
const REFUSED: readonly [constraint: string, problem: string, message: string, field: string][] = [
  ['worker_registration_body_then', 'RegistrationBodyNotThen', 'This body was not the regulator on that day.', 'bodyCode'],
  ['worker_registration_no_overlap', 'RegistrationOverlaps', 'There is a registration with this body for some of that time.', 'registeredOn'],
  ['worker_registration_one_person', 'RegistrationNumberTaken', 'This number is another worker’s.', 'number'],
];

/** Puts a term of registration on record. */
export async function recordRegistration(tx: CommandTransaction, input: RecordRegistrationInput): Promise<Success> {
  const workerId = await workerKept(tx, input.workerId);
  if (input.expiresOn <= input.registeredOn) throw inputInvalid(['expiresOn'], 'A term ends after it began.');
  const id = randomUUID();
  try {
    await tx.query('insert into worker_registration (id, worker_id, body_code, number, registered_on, expires_on) values ($1, $2, $3, $4, $5, $6)', [id, workerId, input.bodyCode, input.number, input.registeredOn, input.expiresOn]);
  } catch (error) {
    const [, problem, message, field] = REFUSED.find(([constraint]) => breaks(error, constraint)) ?? [];
    throw problem && message && field ? refuse(problem, message, [field]) : error;
  }
  tx.changed('WorkerRegistration', [id], 'recordRegistration');
  return { __typename: 'RecordRegistrationSuccess', registrationId: id };
}

/** Puts a qualification on record. */
export async function recordQualification(tx: CommandTransaction, input: RecordQualificationInput): Promise<Success> {
  const workerId = await workerKept(tx, input.workerId);
  await mustBeCode(tx, 'QUALIFICATION_LEVEL', input.levelCode, input.awardedOn, ['levelCode']);
  const id = randomUUID();
  const added = await tx.query(
    `insert into worker_qualification (id, worker_id, level_code, title, institution, awarded_on) values ($1, $2, $3, $4, $5, $6) on conflict (worker_id, title, awarded_on) do nothing returning id`,
    [id, workerId, input.levelCode, input.title, input.institution ?? null, input.awardedOn],
  );
  if (added.length === 0) throw refuse('QualificationOnRecord', 'This qualification is on record already.', ['title']);
  tx.changed('WorkerQualification', [id], 'recordQualification');
  return { __typename: 'RecordQualificationSuccess', qualificationId: id };
}
