import type { Slice } from '@qaf/graph';
import { AnswerBatchResolver } from './answer-batch.resolver';

/** Anonymous answers come out in batches; the graph says which quarters did. */
export const answerReleaseSlice: Slice = { resolvers: [AnswerBatchResolver] };
