import type { Slice } from '@qaf/graph';
import { HelpRequestRow } from './help-request.entity';
import { helpRequestById } from './help-request.queries';
import { CloseHelpRequestResolver, HelpRequestResolver, TakeHelpRequestResolver } from './help-request.resolver';

/** Somebody without a name says who they are, and somebody is there to hear it. */
export const helpRequestSlice: Slice = {
  resolvers: [HelpRequestResolver, TakeHelpRequestResolver, CloseHelpRequestResolver],
  entities: [HelpRequestRow],
  references: { HelpRequest: (unit, id) => unit.load(helpRequestById, id) },
  onRecord: { personal: ['HelpRequest'] },
};
