import { childMerged, type Slice } from '@qaf/graph';

/** Actions and audits about a merged record of a child are about the one that was kept. */
export const childMergeSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.merged.v1': childMerged([{ table: 'action' }, { table: 'audit_place' }], ['child_place']) },
};
