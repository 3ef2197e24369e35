import { randomUUID } from 'node:crypto';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, uuidOf } from '@qaf/graph';
import { publish } from '@qaf/record';
import { WorkerRow } from '../worker/worker.entity';

/** The worker, locked until the change is made, and as the caller last saw them. */
export async function changeable(tx: CommandTransaction, input: { workerId: string; version: number }): Promise<WorkerRow> {
  const worker = await lockWorker(tx, input.workerId);
  mustBeCurrent('Worker', worker.version, input.version);
  return worker;
}

export async function lockWorker(tx: CommandTransaction, workerId: string): Promise<WorkerRow> {
  const id = uuidOf('Worker', workerId);
  const worker = id ? await tx.manager.findOne(WorkerRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!worker) throw notFound(['workerId'], 'worker');
  return worker;
}

/** The UUID of a team or worker that an input names, if it names one. */
export async function known(tx: CommandTransaction, type: 'Team' | 'Worker', id: string | undefined, path: string[]): Promise<string | null> {
  if (id == null) return null;
  const uuid = uuidOf(type, id);
  const rows = uuid ? await tx.query(`select 1 from ${type.toLowerCase()} where id = $1`, [uuid]) : [];
  if (!uuid || rows.length === 0) throw notFound(path, type.toLowerCase());
  return uuid;
}

/** Gives a worker a manager from a day on. No day after it may have a loop in the line. */
export async function putUnder(tx: CommandTransaction, workerId: string, managerId: string, from: string): Promise<void> {
  if (workerId === managerId) throw refuse('WorkerManagesSelf', 'Nobody manages themself.', ['managerId']);
  const circular = refuse('ManagementLineCircular', 'The new manager is managed, in the end, by this worker.', ['managerId']);
  if (await isBelow(tx, workerId, managerId, from)) throw circular;
  try {
    await replaceFrom(tx, 'management_line', 'manager_id', workerId, managerId, from);
  } catch (error) {
    throw breaks(error, 'management_line_no_loop') ? circular : error;
  }
}

/** Whether, on any day from the one given, the manager is below the worker. The walk keeps the days on which every step of it holds. */
async function isBelow(tx: CommandTransaction, workerId: string, managerId: string, from: string): Promise<boolean> {
  const below = await tx.query(
    `with recursive below(id, days) as (
       select $1::uuid, daterange($3::date, null)
       union
       select l.worker_id, b.days * daterange(l.valid_from, l.valid_to) from below b
       join management_line l on l.manager_id = b.id and b.days && daterange(l.valid_from, l.valid_to) where l.worker_id <> $1)
     select 1 from below where id = $2`,
    [workerId, managerId, from],
  );
  return below.length > 0;
}

/** Ends what holds on the day and begins the new from it, until the day that the old would have ended. What began later would be overruled, so it is refused. */
export async function replaceFrom(tx: CommandTransaction, table: 'team_membership' | 'management_line', column: string, workerId: string, value: string, from: string): Promise<void> {
  const later = await tx.query(`select 1 from ${table} where worker_id = $1 and valid_from > $2::date`, [workerId, from]);
  if (later.length > 0) throw inputInvalid(['from'], 'A later change is on record already; move from a day after it.');
  const [held] = await tx.query<{ id: string; same: boolean; until: string | null }>(
    `select id, valid_from = $2::date as same, valid_to::text as until from ${table} where worker_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [workerId, from],
  );
  if (held?.same) {
    await tx.query(`update ${table} set ${column} = $2, version = version + 1 where id = $1`, [held.id, value]);
    return;
  }
  if (held) await tx.query(`update ${table} set valid_to = $2::date, version = version + 1 where id = $1`, [held.id, from]);
  await tx.query(`insert into ${table} (id, worker_id, ${column}, valid_from, valid_to) values ($1, $2, $3, $4, $5)`, [randomUUID(), workerId, value, from, held?.until ?? null]);
}

/** Ends a worker's membership of a team the day before. */
export async function leaveTeam(tx: CommandTransaction, workerId: string, from: string): Promise<void> {
  await tx.query(`update team_membership set valid_to = $2::date, version = version + 1 where worker_id = $1 and valid_from < $2::date and (valid_to is null or valid_to > $2::date)`, [workerId, from]);
}

/** Tells the others where a worker is from a day on. */
export async function tellPlace(tx: CommandTransaction, workerId: string, from: string): Promise<void> {
  const [place] = await tx.query<{ teamId: string | null; serviceId: string | null; managerId: string | null }>(
    `select m.team_id as "teamId", t.service_id as "serviceId", l.manager_id as "managerId" from (select $1::uuid as id) w
     left join team_membership m on m.worker_id = w.id and m.valid_from <= $2::date and (m.valid_to is null or $2::date < m.valid_to)
     left join team t on t.id = m.team_id
     left join management_line l on l.worker_id = w.id and l.valid_from <= $2::date and (l.valid_to is null or $2::date < l.valid_to)`,
    [workerId, from],
  );
  await publish(tx, 'workforce', { type: 'workforce.worker.moved.v1', subject: `worker:${workerId}`, data: { workerId, ...place, validFrom: from } });
}
