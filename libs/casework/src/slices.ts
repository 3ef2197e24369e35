import type { Slice } from '@qaf/graph';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [];
