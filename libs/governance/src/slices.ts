import type { Slice } from '@qaf/graph';
import { accessNoticeSlice } from './access-notice/access-notice.slice';
import { childLockSlice } from './child-lock/child-lock.slice';
import { indicatorSlice } from './indicator/indicator.slice';
import { recordOfAccessSlice } from './record-of-access/record-of-access.slice';
import { childMergeSlice } from './child-merge/child-merge.slice';
import { ragFormSlice } from './rag-form/rag-form.slice';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [recordOfAccessSlice, childLockSlice, accessNoticeSlice, childMergeSlice, indicatorSlice, ragFormSlice];
