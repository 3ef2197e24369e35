import type { EventHandler } from '@qaf/graph';

/** What workforce tells when a worker starts, moves or gets another manager. */
interface Moved {
  workerId: string;
  teamId?: string | null;
  serviceId?: string | null;
  managerId?: string | null;
  validFrom?: string | null;
}

interface Left {
  workerId: string;
  leftOn: string;
}

/** Told out of order, the later word stands: events of one worker keep their order, and a replay of an old one changes nothing. */
export const workerMoved: EventHandler = async (tx, event) => {
  const { workerId, teamId, serviceId, managerId } = event.data as unknown as Moved;
  await tx.query(
    `insert into worker_place as p (worker_id, team_id, service_id, manager_id, left_on, told_at) values ($1, $2, $3, $4, null, $5)
     on conflict (worker_id) do update set team_id = excluded.team_id, service_id = excluded.service_id, manager_id = excluded.manager_id,
       left_on = null, told_at = excluded.told_at where p.told_at <= excluded.told_at`,
    [workerId, teamId ?? null, serviceId ?? null, managerId ?? null, event.occurredAt],
  );
};

export const workerLeft: EventHandler = async (tx, event) => {
  const { workerId, leftOn } = event.data as unknown as Left;
  await tx.query(
    `insert into worker_place as p (worker_id, left_on, told_at) values ($1, $2, $3)
     on conflict (worker_id) do update set left_on = excluded.left_on, told_at = excluded.told_at where p.told_at <= excluded.told_at`,
    [workerId, leftOn, event.occurredAt],
  );
};
