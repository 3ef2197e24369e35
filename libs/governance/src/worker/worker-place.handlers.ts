import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';

interface WorkerMoved {
  workerId: string;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
}

/** A worker has a new team or manager. */
export async function workerMoved(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { workerId, teamId, serviceId, managerId } = event.data as unknown as WorkerMoved;
  await tx.query(
    `insert into worker_place (worker_id, team_id, service_id, manager_id) values ($1, $2, $3, $4)
     on conflict (worker_id) do update set team_id = excluded.team_id, service_id = excluded.service_id, manager_id = excluded.manager_id`,
    [workerId, teamId ?? null, serviceId ?? null, managerId ?? null],
  );
}

/** A worker has left, or is about to: what they own shows as to be taken on by somebody else from the day after. */
export async function workerLeft(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { workerId, leftOn } = event.data as { workerId: string; leftOn: string };
  await tx.query(`insert into worker_place (worker_id, left_on) values ($1, $2::date) on conflict (worker_id) do update set left_on = excluded.left_on`, [workerId, leftOn]);
}
