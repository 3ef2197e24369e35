import { childMerged, type Slice } from '@qaf/graph';

/** What supervision said about a merged record of a child is about the one that was kept. Two discussions of one session both stay. */
export const childMergeSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.merged.v1': childMerged([{ table: 'case_discussion', assign: 'merged_from = coalesce(merged_from, $1)' }], ['child_place']) },
};
