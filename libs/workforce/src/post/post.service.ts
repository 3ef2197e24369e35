import { randomUUID } from 'node:crypto';
import { addDays } from '@qaf/calendar';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { mustBeCode } from '../workforce-code/workforce-code.queries';
import { PostRow } from './post.entity';
import type { ClosePostInput, OpenPostInput } from './post.inputs';

/** Opens a post in a team, in a service, or in neither. */
export async function openPost(tx: CommandTransaction, input: OpenPostInput): Promise<Success> {
  const teamId = await place(tx, 'Team', input.teamId, input.from);
  const serviceId = teamId ? null : await place(tx, 'Service', input.serviceId, input.from);
  await mustBeCode(tx, 'RETURN_ROLE', input.roleCode, input.from, ['roleCode']);
  const { reference, title, roleCode, fteThousandths, from: validFrom } = input;
  const taken = await tx.query('select 1 from post where reference = $1', [reference]);
  if (taken.length > 0) throw referenceTaken();
  const id = randomUUID();
  try {
    await tx.manager.insert(PostRow, { id, reference, title, roleCode, fteThousandths, teamId, serviceId, validFrom, validTo: null, version: 1 });
  } catch (error) {
    throw breaks(error, 'post_reference_key') ? referenceTaken() : error;
  }
  tx.changed('Post', [id], 'openPost');
  return { __typename: 'OpenPostSuccess', postId: id };
}

/** Ends a post that nobody is in after its last day. */
export async function closePost(tx: CommandTransaction, input: ClosePostInput): Promise<Success> {
  const post = await lockPost(tx, input.postId);
  mustBeCurrent('Post', post.version, input.version);
  if (input.lastDay < post.validFrom) throw inputInvalid(['lastDay'], 'The last day cannot come before the first.');
  if (post.validTo && post.validTo <= input.lastDay) throw refuse('PostClosed', 'The post is closed by then already.', ['lastDay']);
  const validTo = addDays(input.lastDay, 1);
  const held = await tx.query('select 1 from post_holding where post_id = $1 and (valid_to is null or valid_to > $2::date)', [post.id, validTo]);
  if (held.length > 0) throw refuse('PostHeld', 'Somebody is in the post after that day. Transfer them first.', ['lastDay']);
  await tx.manager.update(PostRow, { id: post.id }, { validTo, version: post.version + 1 });
  tx.changed('Post', [post.id], 'closePost');
  return { __typename: 'ClosePostSuccess', postId: post.id };
}

/** The post, locked until the change is made, so that two are not put in it at once. */
export async function lockPost(tx: CommandTransaction, postId: string): Promise<PostRow> {
  const id = uuidOf('Post', postId);
  const post = id ? await tx.manager.findOne(PostRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!post) throw notFound(['postId'], 'post');
  return post;
}

/** Refuses unless the post is open from the day, until the other if one is given, and nobody holds it so. */
export async function mustBeFree(tx: CommandTransaction, post: PostRow, kind: 'SUBSTANTIVE' | 'ACTING', from: string, validTo: string | null): Promise<void> {
  if (from < post.validFrom || (post.validTo && (!validTo || validTo > post.validTo))) throw refuse('PostClosed', 'The post is not open for all of that time.', ['postId']);
  const held = await tx.query(`select 1 from post_holding where post_id = $1 and kind = $2 and daterange(valid_from, valid_to) && daterange($3::date, $4::date)`, [post.id, kind, from, validTo]);
  if (held.length > 0) throw refuse('PostHeld', 'Somebody is in the post then.', ['postId']);
}

function referenceTaken(): Error {
  return refuse('PostReferenceTaken', 'Another post has this number.', ['reference']);
}

async function place(tx: CommandTransaction, type: 'Team' | 'Service', id: string | undefined, day: string): Promise<string | null> {
  if (id == null) return null;
  const path = [type === 'Team' ? 'teamId' : 'serviceId'];
  const uuid = uuidOf(type, id);
  const rows = uuid ? await tx.query<{ open: boolean }>(`select valid_from <= $2::date and (valid_to is null or $2::date < valid_to) as open from ${type.toLowerCase()} where id = $1`, [uuid, day]) : [];
  if (!uuid || rows.length === 0) throw notFound(path, type.toLowerCase());
  if (!rows[0]?.open) throw inputInvalid(path, `The ${type.toLowerCase()} does not run on that day.`);
  return uuid;
}
