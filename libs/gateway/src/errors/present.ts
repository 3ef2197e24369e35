import type { GraphQLFormattedError } from 'graphql';
import { FIXED_MESSAGES, isErrorCode } from './codes';
import type { ErrorCode } from './codes';

/** Apollo's own codes for a request that was not well put. */
const BADLY_PUT = new Set(['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND']);

/** The parser's words for a document of too many tokens. */
const TOO_LONG = /^Syntax Error: Document contains more tha\w (\d+) tokens\..*$/;

/** The one shape in which an error leaves: message, place, code and request id; never a stack or another extension. */
export function present(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const code = TOO_LONG.test(error.message) ? 'TOO_EXPENSIVE' : codeOf(error);
  return {
    message: messageOf(error.message, code),
    ...(error.locations?.length ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: { code, requestId },
  };
}

function codeOf(error: GraphQLFormattedError): ErrorCode {
  const code = error.extensions?.['code'];
  if (isErrorCode(code)) return code;
  return typeof code === 'string' && BADLY_PUT.has(code) ? 'BAD_USER_INPUT' : 'INTERNAL';
}

function messageOf(message: string, code: ErrorCode): string {
  if (code === 'INTERNAL') return FIXED_MESSAGES.INTERNAL;
  if (code === 'GRAPHQL_PARSE_FAILED') return withoutText(message);
  return message.replace(TOO_LONG, 'The document has more than $1 words and signs.');
}

/** A syntax error quotes the token it met; a string among them can be anybody's name. */
function withoutText(message: string): string {
  return message.replace(/\b(BlockString|String|Int|Float) "[\s\S]*"/, '$1');
}
