import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import { type Sealed, unsealedComment } from '../answer/sealing';
import type { ReleasedComment, WaitingComment } from './comment.type';

const WAITING_COLUMNS = `w.id, w.question_key as "questionKey", b.last_period as period, w.comment, b.questionnaire_version_id as "questionnaireVersionId"`;
const RELEASED_COLUMNS = `c.id, c.question_key as "questionKey", b.last_period as period, c.text, c.released_on as "releasedOn", c.theme_code as "themeCode", b.questionnaire_version_id as "questionnaireVersionId"`;

/** As the database gives it: the words are sealed. */
export type SealedComment = Omit<WaitingComment, 'text'> & { comment: Sealed };

export const WAITING_COMMENTS: ListDefinition<SealedComment> = {
  name: 'waitingComments',
  columns: WAITING_COLUMNS,
  from: 'waiting_comment w join answer_batch b on b.id = w.batch_id',
  id: 'w.id',
  orders: { OLDEST: { terms: [{ sql: 'b.last_period', type: 'text' }] } },
};

export const RELEASED_COMMENTS: ListDefinition<ReleasedComment> = {
  name: 'releasedComments',
  columns: RELEASED_COLUMNS,
  from: 'released_comment c join answer_batch b on b.id = c.batch_id',
  id: 'c.id',
  orders: { NEWEST: { terms: [{ sql: 'b.last_period', type: 'text' }], descending: true } },
};

export const waitingCommentById = rowLoader<WaitingComment>('waitingComment.byId', async (unit, ids) =>
  (await unit.query<SealedComment>(`select ${WAITING_COLUMNS} from waiting_comment w join answer_batch b on b.id = w.batch_id where w.id = any($1::uuid[])`, [ids])).map(opened),
);

export const releasedCommentById = rowLoader<ReleasedComment>('releasedComment.byId', (unit, ids) =>
  unit.query(`select ${RELEASED_COLUMNS} from released_comment c join answer_batch b on b.id = c.batch_id where c.id = any($1::uuid[])`, [ids]),
);

/** The comment with its words, for whoever the row rules gave it to. */
export function opened({ comment, ...row }: SealedComment): WaitingComment {
  return { ...row, text: wordsOf(comment, row.questionKey ?? '') };
}

/** Null where another secret sealed them. */
export function wordsOf(comment: Sealed, questionKey: string): string | null {
  try {
    return unsealedComment(comment, questionKey);
  } catch {
    return null;
  }
}
