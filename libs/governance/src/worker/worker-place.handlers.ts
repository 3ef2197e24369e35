import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';

interface WorkerMoved {
  workerId: string;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
}

/** What was told later stands, in whichever order it comes. */
const NEWER = 'p.told_at is null or p.told_at <= excluded.told_at';

/** A worker has a new team or manager; one who had left is back. */
export async function workerMoved(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { workerId, teamId, serviceId, managerId } = event.data as unknown as WorkerMoved;
  await tx.query(
    `insert into worker_place as p (worker_id, team_id, service_id, manager_id, told_at) values ($1, $2, $3, $4, $5)
     on conflict (worker_id) do update set team_id = excluded.team_id, service_id = excluded.service_id, manager_id = excluded.manager_id, left_on = null, told_at = excluded.told_at
     where ${NEWER}`,
    [workerId, teamId ?? null, serviceId ?? null, managerId ?? null, event.occurredAt],
  );
}

/** A worker has left, or is about to: what they own shows as to be taken on by somebody else from the day after. */
export async function workerLeft(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { workerId, leftOn } = event.data as { workerId: string; leftOn: string };
  await tx.query(
    `insert into worker_place as p (worker_id, left_on, told_at) values ($1, $2::date, $3) on conflict (worker_id) do update set left_on = excluded.left_on, told_at = excluded.told_at where ${NEWER}`,
    [workerId, leftOn, event.occurredAt],
  );
}
