import { childMerged, type Slice } from '@qaf/graph';

/** What was said by and about a merged record of a child belongs to the one that was kept. */
export const childMergeSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.merged.v1': childMerged([{ table: 'invitation' }, { table: 'identified_response' }, { table: 'views_record' }], ['child_place']) },
};
