import type { Slice } from '@qaf/graph';
import { resultReleaseById } from './result-release.queries';
import { ResultReleaseResolver } from './result-release.resolver';

/** What was answered, as it is published: guarded by the release, read as it was released. */
export const resultSlice: Slice = {
  resolvers: [ResultReleaseResolver],
  references: { ResultRelease: (unit, id) => unit.load(resultReleaseById, id) },
  onRecord: { open: ['ResultRelease'] },
};
