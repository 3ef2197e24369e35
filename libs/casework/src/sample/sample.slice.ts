import type { Slice } from '@qaf/graph';
import { sampleById, sampleCaseById } from './sample.queries';
import { SampleCaseResolver, SampleResolver, SampleStratumResolver } from './sample.resolver';

export const sampleSlice: Slice = {
  resolvers: [SampleResolver, SampleCaseResolver, SampleStratumResolver],
  references: { Sample: (unit, id) => unit.load(sampleById, id), SampleCase: (unit, id) => unit.load(sampleCaseById, id) },
  onRecord: { personal: ['SampleCase'], open: ['Sample'] },
};
