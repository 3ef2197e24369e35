import type { Slice } from '@qaf/graph';
import { SampleAllocationResolver } from './sample-allocation.resolver';

export const sampleAllocationSlice: Slice = { resolvers: [SampleAllocationResolver] };
