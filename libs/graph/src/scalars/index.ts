import type { GraphQLScalarType } from 'graphql';
import { DateTime, LocalDate } from './dates';
import { LongText, Text } from './text';

export { DateTime, LocalDate } from './dates';
export { LongText, Text, refusal } from './text';

/** Every scalar of the graph beyond GraphQL's own. */
export const SCALARS: GraphQLScalarType[] = [LocalDate, DateTime, Text, LongText];
