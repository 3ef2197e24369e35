import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, type Success } from '@qaf/graph';
import { changeable, known, leaveTeam, putUnder, replaceFrom, tellPlace } from '../placement/placing';
import { lockPost, mustBeFree } from '../post/post.service';
import type { PostRow } from '../post/post.entity';
import { EmploymentRow, WorkerRow } from '../worker/worker.entity';
import type { ChangeHoursInput, TransferWorkerInput } from './holding.inputs';
import { endBefore, heldOn, mustBeLast, ownPostFrom, turnFrom } from './holdings';

/** Moves a worker to another post from a day on, and to its team; acting up ends with it. */
export async function transferWorker(tx: CommandTransaction, input: TransferWorkerInput): Promise<Success> {
  const worker = await changeable(tx, input);
  const post = await lockPost(tx, input.postId);
  const managerId = await known(tx, 'Worker', input.managerId, ['managerId']);
  const held = await ownPostFrom(tx, worker, input.from);
  if (held.postId === post.id) throw inputInvalid(['postId'], 'The worker is in this post already.');
  await mustBeLast(tx, worker.id, input.from);
  await mustBeFree(tx, post, 'SUBSTANTIVE', input.from, held.validTo);
  await endActing(tx, worker.id, input.from);
  await turnFrom(tx, held, input.from, { postId: post.id });
  await joinTeamOf(tx, worker.id, post, input.from);
  if (managerId) await putUnder(tx, worker.id, managerId, input.from);
  await tx.manager.update(WorkerRow, { id: worker.id }, { jobTitle: post.title, version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'transferWorker');
  await tellPlace(tx, worker.id, input.from);
  return { __typename: 'TransferWorkerSuccess', workerId: worker.id };
}

/** Changes hours from a day on, in the worker's own post and in one that they act up into. */
export async function changeHours(tx: CommandTransaction, input: ChangeHoursInput): Promise<Success> {
  const worker = await changeable(tx, input);
  const held = await ownPostFrom(tx, worker, input.from);
  await mustBeLast(tx, worker.id, input.from);
  const { fteThousandths } = input;
  if (held.fteThousandths === fteThousandths) throw inputInvalid(['fteThousandths'], 'These are the worker’s hours already.');
  const acting = await heldOn(tx, worker.id, 'ACTING', input.from);
  for (const one of acting ? [held, acting] : [held]) await turnFrom(tx, one, input.from, { fteThousandths });
  await tx.manager.increment(EmploymentRow, { id: held.employmentId }, 'version', 1);
  await tx.manager.update(EmploymentRow, { id: held.employmentId }, { fteThousandths });
  await tx.manager.update(WorkerRow, { id: worker.id }, { version: worker.version + 1 });
  tx.changed('Worker', [worker.id], 'changeHours');
  return { __typename: 'ChangeHoursSuccess', workerId: worker.id };
}

/** Who is in a post is in its team; in none, for a post above the teams. */
export async function joinTeamOf(tx: CommandTransaction, workerId: string, post: PostRow, from: string): Promise<void> {
  if (post.teamId) await replaceFrom(tx, 'team_membership', 'team_id', workerId, post.teamId, from);
  else await leaveTeam(tx, workerId, from);
}

async function endActing(tx: CommandTransaction, workerId: string, from: string): Promise<void> {
  const acting = await heldOn(tx, workerId, 'ACTING', from);
  if (!acting) return;
  if (acting.validFrom === from) throw inputInvalid(['from'], 'The worker begins to act up on that day. End that first.');
  await endBefore(tx, acting, from);
}
