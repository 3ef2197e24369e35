import type { Slice } from '@qaf/graph';
import { ChildMendingResolver } from './child-mending.resolver';

export const childMendingSlice: Slice = { resolvers: [ChildMendingResolver] };
