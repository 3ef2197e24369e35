import { randomUUID } from 'node:crypto';
import { addDays } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { changeable } from '../placement/placing';
import { lockPost, mustBeFree } from '../post/post.service';
import { WorkerRow } from '../worker/worker.entity';
import { PostHoldingRow } from './holding.entity';
import type { ActUpInput, EndActingUpInput } from './holding.inputs';
import { endBefore, heldOn, ownPostFrom } from './holdings';

/** Puts a worker in another post for a time, beside their own. */
export async function actUp(tx: CommandTransaction, input: ActUpInput): Promise<Success> {
  const worker = await changeable(tx, input);
  const post = await lockPost(tx, input.postId);
  const own = await ownPostFrom(tx, worker, input.from);
  if (own.postId === post.id) throw inputInvalid(['postId'], 'This is the worker’s own post.');
  const { validTo, endsEmployment } = until(worker, input);
  const acting = await tx.query(`select 1 from post_holding where worker_id = $1 and kind = 'ACTING' and daterange(valid_from, valid_to) && daterange($2::date, $3::date)`, [worker.id, input.from, validTo]);
  if (acting.length > 0) throw refuse('WorkerActsUpAlready', 'The worker acts up at that time already.', ['from']);
  await mustBeFree(tx, post, 'ACTING', input.from, validTo);
  const { employmentId, agencyWorker, fteThousandths } = own;
  await tx.manager.insert(PostHoldingRow, { id: randomUUID(), postId: post.id, workerId: worker.id, employmentId, kind: 'ACTING', agencyWorker, fteThousandths, validFrom: input.from, validTo, beginsEmployment: false, endsEmployment, version: 1 });
  await tx.manager.update(WorkerRow, { id: worker.id }, { version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'actUp');
  return { __typename: 'ActUpSuccess', workerId: worker.id };
}

/** Ends acting up with a day. */
export async function endActingUp(tx: CommandTransaction, input: EndActingUpInput): Promise<Success> {
  const worker = await changeable(tx, input);
  const acting = await heldOn(tx, worker.id, 'ACTING', input.lastDay);
  if (!acting) throw refuse('WorkerDoesNotActUp', 'The worker does not act up on that day.', ['lastDay']);
  await endBefore(tx, acting, addDays(input.lastDay, 1));
  await tx.manager.update(WorkerRow, { id: worker.id }, { version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'endActingUp');
  return { __typename: 'EndActingUpSuccess', workerId: worker.id };
}

/** Acting up lasts until its last day, and never beyond the worker's own. */
function until({ leftOn }: WorkerRow, { from, lastDay }: ActUpInput): { validTo: string | null; endsEmployment: boolean } {
  if (lastDay != null && lastDay < from) throw inputInvalid(['lastDay'], 'The last day cannot come before the first.');
  if (leftOn && (lastDay == null || lastDay >= leftOn)) return { validTo: addDays(leftOn, 1), endsEmployment: true };
  return { validTo: lastDay == null ? null : addDays(lastDay, 1), endsEmployment: false };
}
