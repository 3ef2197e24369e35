import { randomUUID } from 'node:crypto';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, refuse, type Success } from '@qaf/graph';
import { known, lockWorker, putUnder, tellPlace } from '../placement/placing';
import type { PostRow } from '../post/post.entity';
import { lockPost, mustBeFree } from '../post/post.service';
import { mustBeCode } from '../workforce-code/workforce-code.queries';
import { EmploymentRow, WorkerRow } from '../worker/worker.entity';
import { PostHoldingRow } from './holding.entity';
import type { AppointWorkerInput } from './holding.inputs';
import { employmentOn } from './holdings';
import { joinTeamOf } from './transfer.service';

interface Begun {
  employmentId: string;
  beginsEmployment: boolean;
}

/** Puts somebody new, somebody who comes back, or somebody who is in no post yet in a post. */
export async function appointWorker(tx: CommandTransaction, input: AppointWorkerInput): Promise<Success> {
  const post = await lockPost(tx, input.postId);
  const managerId = await known(tx, 'Worker', input.managerId, ['managerId']);
  if (input.originCode != null) await mustBeCode(tx, 'STARTER_ORIGIN', input.originCode, input.from, ['originCode']);
  await mustBeFree(tx, post, 'SUBSTANTIVE', input.from, null);
  const workerId = input.workerId == null ? await newWorker(tx, input, post) : (await lockWorker(tx, input.workerId)).id;
  const begun = await employed(tx, workerId, input);
  const { agencyWorker, fteThousandths, from: validFrom } = input;
  await tx.manager.insert(PostHoldingRow, { id: randomUUID(), postId: post.id, workerId, kind: 'SUBSTANTIVE', agencyWorker, fteThousandths, validFrom, validTo: null, endsEmployment: false, version: 1, ...begun });
  await joinTeamOf(tx, workerId, post, input.from);
  if (managerId) await putUnder(tx, workerId, managerId, input.from);
  tx.changed('Worker', [workerId], 'appointWorker');
  await tellPlace(tx, workerId, input.from);
  return { __typename: 'AppointWorkerSuccess', workerId };
}

async function newWorker(tx: CommandTransaction, { staffNumber, displayName }: AppointWorkerInput, post: PostRow): Promise<string> {
  if (!staffNumber || !displayName) throw inputInvalid([staffNumber ? 'displayName' : 'staffNumber'], 'Somebody new needs a staff number and a name.');
  const taken = refuse('StaffNumberTaken', 'Another worker has this staff number.', ['staffNumber']);
  if ((await tx.query('select 1 from worker where staff_number = $1', [staffNumber])).length > 0) throw taken;
  const id = randomUUID();
  try {
    await tx.manager.insert(WorkerRow, { id, staffNumber, displayName, jobTitle: post.title, leftOn: null, version: 1 });
  } catch (error) {
    throw breaks(error, 'worker_staff_number_key') ? taken : error;
  }
  return id;
}

/** The employment that the post belongs to: one that runs, for somebody who is in no post, or a new one. */
async function employed(tx: CommandTransaction, workerId: string, input: AppointWorkerInput): Promise<Begun> {
  const { from, agencyWorker, fteThousandths, originCode = null } = input;
  const running = await employmentOn(tx, workerId, from);
  const inPost = await tx.query('select 1 from post_holding where worker_id = $1 and (valid_to is null or valid_to > $2::date)', [workerId, from]);
  const later = await tx.query('select 1 from employment where worker_id = $1 and started_on > $2::date', [workerId, from]);
  if (inPost.length > 0 || later.length > 0 || (running && (running.leftOn || running.agencyWorker !== agencyWorker))) {
    throw refuse('WorkerStillEmployed', 'The worker is employed, or in a post, at that time. Transfer them, or record their last day first.', ['workerId']);
  }
  if (running) return { employmentId: running.id, beginsEmployment: from === running.startedOn };
  const employmentId = randomUUID();
  await tx.manager.insert(EmploymentRow, { id: employmentId, workerId, fteThousandths, agencyWorker, startedOn: from, leftOn: null, leavingReason: null, originCode, destinationCode: null, version: 1 });
  if (input.workerId != null) await backAtWork(tx, workerId);
  return { employmentId, beginsEmployment: true };
}

/** Somebody who comes back has no last day any more, and can sign in again; their roles are given anew. */
async function backAtWork(tx: CommandTransaction, workerId: string): Promise<void> {
  await tx.query('update worker set left_on = null, version = version + 1 where id = $1', [workerId]);
  await tx.query('update person set active_to = null, version = version + 1 where worker_id = $1', [workerId]);
}
