import { accessExtended, childLocked, childUnlocked, type Slice } from '@qaf/graph';

/** Copies of who may see a locked child, and who sees one in an emergency: the row rules ask them. */
export const childLockSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.locked.v1': childLocked, 'casework.child.unlocked.v1': childUnlocked, 'casework.access.extended.v1': accessExtended },
};
