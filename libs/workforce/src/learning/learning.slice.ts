import type { Slice } from '@qaf/graph';
import { cpdResolvers } from '../cpd/cpd.resolver';
import { learningChangeResolvers } from './learning-change.resolver';
import { learningResolvers } from './learning.resolver';

/** Courses, events, who came, what is due, and continuing professional development. */
export const learningSlice: Slice = {
  resolvers: [...learningResolvers, ...learningChangeResolvers, ...cpdResolvers],
  onRecord: { personal: ['LearningBooking', 'CpdPiece'], open: ['Course', 'LearningEvent'] },
};
