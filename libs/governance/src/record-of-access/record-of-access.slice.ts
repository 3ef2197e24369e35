import type { Slice } from '@qaf/graph';
import { RecordOfAccessResolver } from './record-of-access.resolver';

/** Who saw and changed what, of all four subgraphs. */
export const recordOfAccessSlice: Slice = {
  resolvers: [RecordOfAccessResolver],
  onRecord: { personal: ['AccessRecordEntry'] },
};
