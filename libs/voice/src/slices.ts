import type { Slice } from '@qaf/graph';
import { answerReleaseSlice } from './answer-release/answer-release.slice';
import { commentSlice } from './comment/comment.slice';
import { helpRequestSlice } from './help-request/help-request.slice';
import { responseRateSlice } from './response-rate/response-rate.slice';
import { resultSlice } from './results/result.slice';
import { childLockSlice } from './child-lock/child-lock.slice';
import { childMergeSlice } from './child-merge/child-merge.slice';
import { seenAloneSlice } from './seen-alone/seen-alone.slice';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [childLockSlice, childMergeSlice, answerReleaseSlice, commentSlice, helpRequestSlice, resultSlice, responseRateSlice, seenAloneSlice];
