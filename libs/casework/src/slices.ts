import type { Slice } from '@qaf/graph';
import { childLockSlice } from './child-lock/child-lock.slice';
import { childMendingSlice } from './child-mending/child-mending.slice';
import { emergencyAccessSlice } from './emergency-access/emergency-access.slice';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [childLockSlice, childMendingSlice, emergencyAccessSlice];
