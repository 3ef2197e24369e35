import type { Slice } from '@qaf/graph';
import { ChildLockResolver } from './child-lock.resolver';

export const childLockSlice: Slice = { resolvers: [ChildLockResolver], onRecord: { personal: ['ChildLock'] } };
