import type { CommandTransaction } from '@qaf/database';
import { notFound, uuidOf } from '@qaf/graph';

/** The UUID of a worker whose particulars the caller keeps: HR of anyone, a manager and a head of service of their own, and nobody but HR of themself. */
export async function workerKept(tx: CommandTransaction, workerId: string): Promise<string> {
  const id = uuidOf('Worker', workerId);
  const rows = id ? await tx.query(`select 1 from employment where worker_id = $1 and (worker_id is distinct from viewer_worker() or viewer_holds('hr_officer')) limit 1`, [id]) : [];
  if (!id || rows.length === 0) throw notFound(['workerId'], 'worker');
  return id;
}
