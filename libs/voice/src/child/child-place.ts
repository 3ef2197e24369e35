import type { CommandTransaction } from '@qaf/database';

export interface ChildPlace {
  childId: string;
  workerId: string | null;
  teamId: string | null;
  iroId: string | null;
}

/** Where a child is placed now; null for a child that is unknown here or hidden from the viewer. */
export async function placeOf(tx: CommandTransaction, childId: string): Promise<ChildPlace | null> {
  const [place] = await tx.query<ChildPlace>(
    `select child_id as "childId", worker_id as "workerId", team_id as "teamId", iro_id as "iroId" from child_place where child_id = $1`,
    [childId],
  );
  return place ?? null;
}
