import type { CommandTransaction } from '@qaf/database';

/** Where a worker stands, as workforce last told it. */
export interface WorkerPlace {
  workerId: string;
  teamId: string | null;
  serviceId: string | null;
  managerId: string | null;
  leftOn: string | null;
}

/** The place of a worker, or null for nobody that workforce has told of. */
export async function placeOf(tx: CommandTransaction, workerId: string | null): Promise<WorkerPlace | null> {
  if (!workerId) return null;
  const [place] = await tx.query<WorkerPlace>(
    `select worker_id as "workerId", team_id as "teamId", service_id as "serviceId", manager_id as "managerId", left_on::text as "leftOn"
     from worker_place where worker_id = $1`,
    [workerId],
  );
  return place ?? null;
}
