import type { Slice } from '@qaf/graph';
import { childChanged, childrenChanged } from './child-place.handlers';

/** Copies of who works with which child: supervision may speak of a child whom the writer may see, and of no other. */
export const childPlaceSlice: Slice = {
  resolvers: [],
  handlers: { 'casework.child.changed.v1': childChanged, 'casework.children.changed.v1': childrenChanged },
};
