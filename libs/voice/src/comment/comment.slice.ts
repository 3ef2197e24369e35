import type { Slice } from '@qaf/graph';
import { Theme } from '../theme/theme.type';
import { releasedCommentById, waitingCommentById } from './comment.queries';
import { ReleaseCommentResolver, ReleasedCommentResolver, WaitingCommentResolver } from './comment.resolver';

/** Own words, which a moderator releases under a theme or withholds. */
export const commentSlice: Slice = {
  resolvers: [WaitingCommentResolver, ReleasedCommentResolver, ReleaseCommentResolver],
  types: [Theme],
  references: {
    WaitingComment: (unit, id) => unit.load(waitingCommentById, id),
    ReleasedComment: (unit, id) => unit.load(releasedCommentById, id),
    Theme: (_unit, code) => Promise.resolve({ id: code, code }),
  },
  onRecord: { open: ['WaitingComment', 'ReleasedComment'] },
};
