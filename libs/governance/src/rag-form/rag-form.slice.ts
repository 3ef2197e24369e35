import { type Slice, stub } from '@qaf/graph';
import { ragFormGiven } from './rag-form-given.handler';
import { RagFormResolver } from './rag-form.resolver';

export const ragFormSlice: Slice = {
  resolvers: [RagFormResolver],
  references: { RagForm: stub },
  handlers: { 'casework.rag-form.given.v1': ragFormGiven },
  onRecord: { personal: ['RagForm'] },
};
