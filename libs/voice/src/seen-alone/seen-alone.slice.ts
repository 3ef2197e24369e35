import { type Slice, stub } from '@qaf/graph';
import { Service } from '../service/service.type';
import { PublishSeenAloneResolver } from './publish-seen-alone.resolver';
import { SeenAloneResolver } from './seen-alone.resolver';

export const seenAloneSlice: Slice = {
  resolvers: [SeenAloneResolver, PublishSeenAloneResolver],
  types: [Service],
  references: { Service: stub },
  onRecord: { open: ['Service'] },
};
