import type { Slice } from '@qaf/graph';
import { RagFormDueResolver } from './rag-form-due.resolver';
import { ChildRagFormResolver, RagFollowUpResolver, RagFormLinksResolver } from './rag-form-links.resolver';
import { ragFormById } from './rag-form.queries';
import { RagFormResolver } from './rag-form.resolver';

export const ragFormSlice: Slice = {
  resolvers: [RagFormResolver, RagFormLinksResolver, RagFollowUpResolver, ChildRagFormResolver, RagFormDueResolver],
  references: { RagForm: (unit, id) => unit.load(ragFormById, id) },
  onRecord: { personal: ['RagForm'] },
};
