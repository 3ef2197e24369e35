import type { Slice } from '@qaf/graph';
import { ChildTimelineResolver, TimelineEntryResolver } from './timeline.resolver';

export const timelineSlice: Slice = { resolvers: [ChildTimelineResolver, TimelineEntryResolver] };
