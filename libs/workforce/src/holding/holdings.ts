import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { refuse } from '@qaf/graph';
import { EmploymentRow, type WorkerRow } from '../worker/worker.entity';
import { PostHoldingRow } from './holding.entity';

/** The employment that a day falls in; null when there is none. */
export async function employmentOn(tx: CommandTransaction, workerId: string, day: string): Promise<EmploymentRow | null> {
  return tx.manager
    .createQueryBuilder(EmploymentRow, 'e')
    .where('e.workerId = :workerId and e.startedOn <= :day and (e.leftOn is null or e.leftOn >= :day)', { workerId, day })
    .getOne();
}

/** What a worker holds on a day, of one kind. */
export async function heldOn(tx: CommandTransaction, workerId: string, kind: PostHoldingRow['kind'], day: string): Promise<PostHoldingRow | null> {
  return tx.manager
    .createQueryBuilder(PostHoldingRow, 'h')
    .where('h.workerId = :workerId and h.kind = :kind and h.validFrom <= :day and (h.validTo is null or h.validTo > :day)', { workerId, kind, day })
    .getOne();
}

/** The worker's own post on a day, when nothing later of theirs is on record. */
export async function ownPostFrom(tx: CommandTransaction, worker: WorkerRow, from: string): Promise<PostHoldingRow> {
  if (worker.leftOn && worker.leftOn < from) throw refuse('WorkerHasLeft', 'The worker has left by then.', ['from']);
  const held = await heldOn(tx, worker.id, 'SUBSTANTIVE', from);
  if (!held) throw refuse('WorkerHoldsNoPost', 'The worker is in no post on that day.', ['from']);
  return held;
}

export async function mustBeLast(tx: CommandTransaction, workerId: string, from: string): Promise<void> {
  const later = await tx.query('select 1 from post_holding where worker_id = $1 and valid_from > $2::date', [workerId, from]);
  if (later.length > 0) throw refuse('LaterChangeOnRecord', 'A later change of the worker’s post is on record.', ['from']);
}

/** Makes a holding another from a day on; what it was before stays on record. Its end stays its end. */
export async function turnFrom(tx: CommandTransaction, held: PostHoldingRow, from: string, into: Partial<Pick<PostHoldingRow, 'postId' | 'fteThousandths'>>): Promise<void> {
  if (held.validFrom === from) {
    await tx.manager.update(PostHoldingRow, { id: held.id }, { ...into, version: held.version + 1 });
    return;
  }
  await tx.manager.update(PostHoldingRow, { id: held.id }, { validTo: from, endsEmployment: false, version: held.version + 1 });
  await tx.manager.insert(PostHoldingRow, { ...held, ...into, id: randomUUID(), validFrom: from, beginsEmployment: false, version: 1 });
}

/** Ends a holding before a day; one that began on it never was. */
export async function endBefore(tx: CommandTransaction, held: PostHoldingRow, day: string): Promise<void> {
  await tx.manager.update(PostHoldingRow, { id: held.id }, { validTo: day, endsEmployment: false, version: held.version + 1 });
}
