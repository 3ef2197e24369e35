import type { CommandTransaction } from '@qaf/database';
import { WORKER_PLACE_COLUMNS, type WorkerPlace } from './worker-place.queries';

/** The places of these workers; those of whom no event has told are not among them. */
export async function placesOf(tx: CommandTransaction, ids: (string | null)[]): Promise<Map<string, WorkerPlace>> {
  const known = ids.filter((id) => id !== null);
  const rows = await tx.query<WorkerPlace>(`select ${WORKER_PLACE_COLUMNS} from worker_place w where w.worker_id = any($1::uuid[])`, [known]);
  return new Map(rows.map((row) => [row.workerId, row]));
}

/** Whether somebody of whom we know works here on a day. */
export function worksHere(place: WorkerPlace | undefined, on: string): place is WorkerPlace {
  return place !== undefined && (place.leftOn === null || place.leftOn >= on);
}
