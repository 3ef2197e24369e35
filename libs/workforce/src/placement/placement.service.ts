import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { EmploymentRow, WorkerRow } from '../worker/worker.entity';
import type { MoveWorkerInput, RecordLeaverInput } from './placement.inputs';

/** Moves a worker to a team or manager from a day on; the place before ends that day and stays on record. */
export async function moveWorker(tx: CommandTransaction, input: MoveWorkerInput): Promise<Success> {
  const worker = await changeable(tx, input);
  if (worker.leftOn && worker.leftOn < input.from) throw refuse('WorkerHasLeft', 'The worker has left by then.', ['from']);
  const teamId = await known(tx, 'Team', input.teamId, ['teamId']);
  const managerId = await known(tx, 'Worker', input.managerId, ['managerId']);
  if (!teamId && !managerId) throw inputInvalid([], 'Say which team or which manager is new.');
  if (managerId) await mustNotBeBelow(tx, worker.id, managerId, input.from);
  if (teamId) await replaceFrom(tx, 'team_membership', 'team_id', worker.id, teamId, input.from);
  if (managerId) await replaceFrom(tx, 'management_line', 'manager_id', worker.id, managerId, input.from);
  await tx.manager.update(WorkerRow, { id: worker.id }, { version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'moveWorker');
  await tellPlace(tx, worker.id, input.from);
  return { __typename: 'MoveWorkerSuccess', workerId: worker.id };
}

/** Ends a worker's employment, places, lines, roles and sign-in the day after their last. */
export async function recordLeaver(tx: CommandTransaction, input: RecordLeaverInput): Promise<Success> {
  const worker = await changeable(tx, input);
  if (worker.leftOn) throw refuse('WorkerHasLeft', 'The worker’s last day is on record already.', ['workerId']);
  const employment = await tx.manager.findOneBy(EmploymentRow, { workerId: worker.id });
  if (employment && input.leftOn < employment.startedOn) throw inputInvalid(['leftOn'], 'The last day cannot come before the first.');
  await tx.manager.update(EmploymentRow, { workerId: worker.id }, { leftOn: input.leftOn, leavingReason: input.reason, version: (employment?.version ?? 0) + 1 });
  await tx.manager.update(WorkerRow, { id: worker.id }, { leftOn: input.leftOn, version: worker.version + 1 });
  for (const table of ['team_membership', 'management_line']) {
    await tx.query(
      `update ${table} set valid_to = greatest($2::date + 1, valid_from + 1), version = version + 1 where worker_id = $1 and (valid_to is null or valid_to > $2::date + 1)`,
      [worker.id, input.leftOn],
    );
  }
  await tx.query(`update person set active_to = $2::date + 1, version = version + 1 where worker_id = $1`, [worker.id, input.leftOn]);
  await tx.query(
    `update role_assignment set valid_to = greatest($2::date + 1, valid_from + 1), version = version + 1 where person_id = $1 and (valid_to is null or valid_to > $2::date + 1)`,
    [worker.id, input.leftOn],
  );
  tx.changed('Worker', [worker.id], 'recordLeaver');
  await publish(tx, 'workforce', { type: 'workforce.worker.left.v1', subject: `worker:${worker.id}`, data: { workerId: worker.id, leftOn: input.leftOn } });
  return { __typename: 'RecordLeaverSuccess', workerId: worker.id };
}

async function changeable(tx: CommandTransaction, input: { workerId: string; version: number }): Promise<WorkerRow> {
  const id = uuidOf('Worker', input.workerId);
  const worker = id ? await tx.manager.findOne(WorkerRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!worker) throw notFound(['workerId'], 'worker');
  mustBeCurrent('Worker', worker.version, input.version);
  return worker;
}

async function known(tx: CommandTransaction, type: 'Team' | 'Worker', id: string | undefined, path: string[]): Promise<string | null> {
  if (id == null) return null;
  const uuid = uuidOf(type, id);
  const rows = uuid ? await tx.query(`select 1 from ${type.toLowerCase()} where id = $1`, [uuid]) : [];
  if (!uuid || rows.length === 0) throw notFound(path, type.toLowerCase());
  return uuid;
}

async function mustNotBeBelow(tx: CommandTransaction, workerId: string, managerId: string, from: string): Promise<void> {
  const below = await tx.query(
    `with recursive below(id) as (
       select $1::uuid union
       select l.worker_id from management_line l join below b on l.manager_id = b.id where l.valid_from <= $3::date and (l.valid_to is null or $3::date < l.valid_to))
     select 1 from below where id = $2`,
    [workerId, managerId, from],
  );
  if (below.length > 0) throw refuse('ManagementLineCircular', 'The new manager is managed, in the end, by this worker.', ['managerId']);
}

/** Ends what holds on the day and begins the new from it. What began later would be overruled, so it is refused. */
async function replaceFrom(tx: CommandTransaction, table: string, column: string, workerId: string, value: string, from: string): Promise<void> {
  const later = await tx.query(`select 1 from ${table} where worker_id = $1 and valid_from > $2::date`, [workerId, from]);
  if (later.length > 0) throw inputInvalid(['from'], 'A later change is on record already; move from a day after it.');
  await tx.query(`update ${table} set ${column} = $3, version = version + 1 where worker_id = $1 and valid_from = $2::date`, [workerId, from, value]);
  await tx.query(
    `update ${table} set valid_to = $2::date, version = version + 1 where worker_id = $1 and valid_from < $2::date and (valid_to is null or valid_to > $2::date)`,
    [workerId, from],
  );
  await tx.query(
    `insert into ${table} (id, worker_id, ${column}, valid_from) select $1, $2, $3, $4::date
     where not exists (select 1 from ${table} where worker_id = $2 and valid_from = $4::date)`,
    [randomUUID(), workerId, value, from],
  );
}

async function tellPlace(tx: CommandTransaction, workerId: string, from: string): Promise<void> {
  const [place] = await tx.query<{ teamId: string | null; serviceId: string | null; managerId: string | null }>(
    `select m.team_id as "teamId", t.service_id as "serviceId", l.manager_id as "managerId" from (select $1::uuid as id) w
     left join team_membership m on m.worker_id = w.id and m.valid_from <= $2::date and (m.valid_to is null or $2::date < m.valid_to)
     left join team t on t.id = m.team_id
     left join management_line l on l.worker_id = w.id and l.valid_from <= $2::date and (l.valid_to is null or $2::date < l.valid_to)`,
    [workerId, from],
  );
  await publish(tx, 'workforce', { type: 'workforce.worker.moved.v1', subject: `worker:${workerId}`, data: { workerId, ...place, validFrom: from } });
}
