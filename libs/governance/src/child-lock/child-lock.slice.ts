import { childLocked, childUnlocked, type Slice } from '@qaf/graph';

/** Copies of who may see a locked child: the row rules ask them. */
export const childLockSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.locked.v1': childLocked, 'casework.child.unlocked.v1': childUnlocked },
};
