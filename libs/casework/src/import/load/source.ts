/**
 * Where imported facts come from: the authority's own case system, whichever of its lists or returns they were read from.
 * One name for all formats, because one review told by two of them is one review.
 */
export const SOURCE = 'case-system';
