import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, type Success, uuidOf } from '@qaf/graph';
import type { Sealed } from '../answer/sealing';
import type { ReleaseCommentInput, WithholdCommentInput } from './comment.inputs';
import { wordsOf } from './comment.queries';

const REASONS = ['IDENTIFIES', 'HARMFUL', 'EMPTY'];
const THEME = /^[a-z0-9-]{2,60}$/;
const LONGEST = 4_000;

interface Taken {
  batchId: string;
  questionKey: string;
  comment: Sealed;
}

/** Lets a comment be read, under a theme and in words that give nobody away. What was sealed is removed. */
export async function releaseComment(tx: CommandTransaction, input: ReleaseCommentInput, now: Date): Promise<Success> {
  if (!THEME.test(input.themeCode)) throw inputInvalid(['themeCode'], 'A theme is named by its code.');
  const { batchId, questionKey, comment } = await take(tx, input.commentId);
  const text = input.text ?? wordsOf(comment, questionKey);
  if (!text || text.length > LONGEST) throw inputInvalid(['text'], `A comment has from 1 to ${LONGEST} characters.`);
  const [released] = await tx.query<{ id: string }>(
    'insert into released_comment (id, batch_id, question_key, theme_code, text, released_on, released_by) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id',
    [batchId, questionKey, input.themeCode, text, todayInLondon(now), tx.viewer.personId],
  );
  return { __typename: 'ReleaseCommentSuccess', releasedCommentId: released?.id ?? '' };
}

/** Removes a comment that nobody should read; that it was, and why, stays. */
export async function withholdComment(tx: CommandTransaction, input: WithholdCommentInput, now: Date): Promise<Success> {
  if (!REASONS.includes(input.reason)) throw inputInvalid(['reason'], 'A comment is withheld as IDENTIFIES, HARMFUL or EMPTY.');
  const { batchId, questionKey } = await take(tx, input.commentId);
  await tx.query('insert into withheld_comment (batch_id, question_key, reason, withheld_on, withheld_by) values ($1, $2, $3, $4, $5)', [
    batchId, questionKey, input.reason, todayInLondon(now), tx.viewer.personId,
  ]);
  return { __typename: 'WithholdCommentSuccess', commentId: input.commentId };
}

/** Of two who decide at once, the second finds nothing. */
async function take(tx: CommandTransaction, commentId: string): Promise<Taken> {
  const id = uuidOf('WaitingComment', commentId);
  const [row] = id ? await tx.query<Taken>('select batch_id as "batchId", question_key as "questionKey", comment from waiting_comment where id = $1', [id]) : [];
  const gone: unknown = row && (await tx.query('delete from waiting_comment where id = $1 returning id', [id]));
  // TypeORM gives a deletion's rows with their number beside them.
  if (!row || (gone as [unknown[], number])[1] !== 1) throw notFound(['commentId'], 'comment');
  return row;
}
