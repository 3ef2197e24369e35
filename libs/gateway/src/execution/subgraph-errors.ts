import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { FIXED_MESSAGES, coded } from '../errors/codes';
import type { ErrorCode } from '../errors/codes';

/** The codes whose words a subgraph writes for the person who asked. Everything else is masked. */
const SPOKEN = new Set<unknown>(['FORBIDDEN', 'BAD_USER_INPUT', 'TOO_EXPENSIVE', 'RATE_LIMITED']);
const FIXED = new Set<unknown>(['UNAUTHENTICATED', 'TIMEOUT', 'SUBGRAPH_UNAVAILABLE']);

/** A subgraph's error as it may leave the platform: a known code, or INTERNAL without its words. */
export function relayed(error: GraphQLError | GraphQLFormattedError): GraphQLError {
  const code: unknown = error.extensions?.['code'];
  const path = error.path ? [...error.path] : undefined;
  if (SPOKEN.has(code)) return coded(code as ErrorCode, String(error.message), { path });
  const known = FIXED.has(code) ? (code as keyof typeof FIXED_MESSAGES) : 'INTERNAL';
  return coded(known, FIXED_MESSAGES[known], { path });
}
