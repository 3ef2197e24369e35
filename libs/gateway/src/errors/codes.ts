import { GraphQLError } from 'graphql';

/** Every code that an answer may carry. Clients branch on these; nothing else is promised. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'TOO_EXPENSIVE',
  'RATE_LIMITED',
  'SUBGRAPH_UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is said when the true words could hold data, an address or a statement. */
export const FIXED_MESSAGES = {
  UNAUTHENTICATED: 'Sign in to ask this.',
  SUBGRAPH_UNAVAILABLE: 'A part of the platform does not answer at the moment; the rest of this answer is complete.',
  TIMEOUT: 'A part of the platform took too long. A change may or may not have been made; look before asking again.',
  INTERNAL: 'Something went wrong on our side. Quote the request id when you report it.',
} as const satisfies Partial<Record<ErrorCode, string>>;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}

/** An error with one of the contract's codes; `status` refuses the whole request with that HTTP status, `retryAfter` says in how many seconds to ask again. */
export function coded(code: ErrorCode, message: string, options: { path?: readonly (string | number)[]; status?: number; retryAfter?: number } = {}): GraphQLError {
  const headers = options.retryAfter === undefined ? {} : { headers: new Map([['retry-after', String(options.retryAfter)]]) };
  const extensions: Record<string, unknown> = options.status === undefined ? { code } : { code, http: { status: options.status, ...headers } };
  return new GraphQLError(message, { path: options.path ? [...options.path] : undefined, extensions });
}

export function fixed(code: keyof typeof FIXED_MESSAGES, options: { path?: readonly (string | number)[]; status?: number } = {}): GraphQLError {
  return coded(code, FIXED_MESSAGES[code], options);
}
