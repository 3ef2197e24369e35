import type { Slice } from '@qaf/graph';
import { ResponseRateResolver } from './response-rate.resolver';

/** How many of those who were to be asked answered, as it is published. */
export const responseRateSlice: Slice = { resolvers: [ResponseRateResolver] };
