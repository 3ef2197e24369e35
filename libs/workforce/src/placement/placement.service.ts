import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { publish } from '@qaf/record';
import { employmentOn } from '../holding/holdings';
import { mustBeCode } from '../workforce-code/workforce-code.queries';
import { EmploymentRow, WorkerRow } from '../worker/worker.entity';
import type { MoveWorkerInput, RecordLeaverInput } from './placement.inputs';
import { changeable, known, putUnder, replaceFrom, tellPlace } from './placing';

/** Moves a worker to a team or manager from a day on; the place before ends that day and stays on record. */
export async function moveWorker(tx: CommandTransaction, input: MoveWorkerInput): Promise<Success> {
  const worker = await changeable(tx, input);
  if (worker.leftOn && worker.leftOn < input.from) throw refuse('WorkerHasLeft', 'The worker has left by then.', ['from']);
  const teamId = await known(tx, 'Team', input.teamId, ['teamId']);
  const managerId = await known(tx, 'Worker', input.managerId, ['managerId']);
  if (!teamId && !managerId) throw inputInvalid([], 'Say which team or which manager is new.');
  if (teamId) await mustBeTeamOfPost(tx, worker.id, teamId, input.from);
  if (managerId) await putUnder(tx, worker.id, managerId, input.from);
  if (teamId) await replaceFrom(tx, 'team_membership', 'team_id', worker.id, teamId, input.from);
  await tx.manager.update(WorkerRow, { id: worker.id }, { version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'moveWorker');
  await tellPlace(tx, worker.id, input.from);
  return { __typename: 'MoveWorkerSuccess', workerId: worker.id };
}

/** Ends a worker's employment, posts, places, lines, roles and sign-in the day after their last. */
export async function recordLeaver(tx: CommandTransaction, input: RecordLeaverInput): Promise<Success> {
  const worker = await changeable(tx, input);
  if (worker.leftOn) throw refuse('WorkerHasLeft', 'The worker’s last day is on record already.', ['workerId']);
  await mustBeCode(tx, 'LEAVING_REASON', input.reason, input.leftOn, ['reason']);
  if (input.destinationCode != null) await mustBeCode(tx, 'LEAVER_DESTINATION', input.destinationCode, input.leftOn, ['destinationCode']);
  await endEmployment(tx, worker, input);
  await endPlaces(tx, worker.id, input.leftOn);
  await tx.manager.update(WorkerRow, { id: worker.id }, { leftOn: input.leftOn, version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'recordLeaver');
  await publish(tx, 'workforce', { type: 'workforce.worker.left.v1', subject: `worker:${worker.id}`, data: { workerId: worker.id, leftOn: input.leftOn } });
  return { __typename: 'RecordLeaverSuccess', workerId: worker.id };
}

async function endEmployment(tx: CommandTransaction, worker: WorkerRow, { leftOn, reason, destinationCode }: RecordLeaverInput): Promise<void> {
  const later = await tx.query('select 1 from post_holding where worker_id = $1 and valid_from > $2::date', [worker.id, leftOn]);
  if (later.length > 0) throw refuse('LaterChangeOnRecord', 'A later change of the worker’s post is on record.', ['leftOn']);
  const employment = await employmentOn(tx, worker.id, leftOn);
  if (!employment) throw inputInvalid(['leftOn'], 'The last day cannot come before the first.');
  await tx.manager.update(EmploymentRow, { id: employment.id }, { leftOn, leavingReason: reason, destinationCode: destinationCode ?? null, version: employment.version + 1 });
  await tx.query(
    `update post_holding set valid_to = $2::date + 1, ends_employment = true, version = version + 1 where worker_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [worker.id, leftOn],
  );
}

async function endPlaces(tx: CommandTransaction, workerId: string, leftOn: string): Promise<void> {
  for (const [table, column] of [['team_membership', 'worker_id'], ['management_line', 'worker_id'], ['role_assignment', 'person_id']]) {
    await tx.query(
      `update ${table} set valid_to = greatest($2::date + 1, valid_from + 1), version = version + 1 where ${column} = $1 and (valid_to is null or valid_to > $2::date + 1)`,
      [workerId, leftOn],
    );
  }
  await tx.query(`update person set active_to = $2::date + 1, version = version + 1 where worker_id = $1`, [workerId, leftOn]);
}

/** Who is in a post is in its team: the two would drift apart. */
async function mustBeTeamOfPost(tx: CommandTransaction, workerId: string, teamId: string, from: string): Promise<void> {
  const other = await tx.query(
    `select 1 from post_holding where worker_id = $1 and kind = 'SUBSTANTIVE' and team_id is distinct from $2 and (valid_to is null or valid_to > $3::date)`,
    [workerId, teamId, from],
  );
  if (other.length > 0) throw refuse('WorkerHoldsPost', 'The worker is in a post of another team: transfer them.', ['teamId']);
}
