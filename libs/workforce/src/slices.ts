import type { Slice } from '@qaf/graph';
import { childPlaceSlice } from './child/child-place.slice';
import { childLockSlice } from './child-lock/child-lock.slice';
import { childMergeSlice } from './child-merge/child-merge.slice';
import { learningSlice } from './learning/learning.slice';
import { postSlice } from './post/post.slice';
import { particularsSlice } from './registration/particulars.slice';
import { staffingSlice } from './staffing/staffing.slice';
import { workforceReturnSlice } from './workforce-return/workforce-return.resolver';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [childPlaceSlice, childLockSlice, childMergeSlice, postSlice, staffingSlice, particularsSlice, workforceReturnSlice, learningSlice];
