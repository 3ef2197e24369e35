import { databaseAway, DatabaseFailure } from '@qaf/database';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';

const KNOWN = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'TOO_EXPENSIVE', 'RATE_LIMITED', 'SUBGRAPH_UNAVAILABLE', 'TIMEOUT', 'INTERNAL']);
const OURS = 'Something went wrong on our side.';
const AWAY = 'A part of the platform cannot be reached just now.';
const TIMEOUTS = new Set(['57014', '55P03', '25P03']);

export function forbidden(): GraphQLError {
  return new GraphQLError('Your roles do not allow this.', { extensions: { code: 'FORBIDDEN' } });
}

interface Constraint {
  property: string;
  constraints?: Record<string, string>;
  children?: Constraint[];
}

/** An error as it leaves a subgraph: a code of the contract and a message with no value, statement or stack in it. */
export function safeError(error: GraphQLError): GraphQLFormattedError {
  const { message, code } = safe(error);
  return { message, ...(error.path && { path: error.path }), extensions: { code } };
}

/** What a fetch is answered with that failed as a whole. */
export function wholeFailure(error: unknown): GraphQLFormattedError {
  const away = databaseAway(error);
  return { message: away ? AWAY : OURS, extensions: { code: away ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL' } };
}

function safe(error: GraphQLError): { message: string; code: string } {
  const original = error.originalError ?? error;
  if (original instanceof ArgumentValidationError) return { message: explained(original.extensions.validationErrors as Constraint[]), code: 'BAD_USER_INPUT' };
  if (original instanceof DatabaseFailure) return databaseError(original);
  // An error that compiled code makes has extensions only where there are some.
  const code = (error.extensions as GraphQLError['extensions'] | undefined)?.['code'];
  if (typeof code === 'string' && KNOWN.has(code)) return { message: withoutValue(error.message), code };
  if (error.path === undefined) return { message: 'A value given is not of the type asked for.', code: 'BAD_USER_INPUT' };
  return { message: OURS, code: 'INTERNAL' };
}

function databaseError(failure: DatabaseFailure): { message: string; code: string } {
  if (TIMEOUTS.has(failure.code)) return { message: 'This took too long and was stopped.', code: 'TIMEOUT' };
  if (databaseAway(failure)) return { message: AWAY, code: 'SUBGRAPH_UNAVAILABLE' };
  return { message: OURS, code: 'INTERNAL' };
}

/** GraphQL's own coercion errors repeat the value; the part after it says what is wrong. */
function withoutValue(message: string): string {
  return message.replace(/^(Variable "\$\w+" got invalid value ).*?( at "[\w.[\]]+")?; /s, (_all, _start, at: string | undefined) => `A value${at ?? ''} is invalid: `);
}

function explained(errors: Constraint[], above = ''): string {
  const lines = errors.flatMap((error) => {
    const path = above ? `${above}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((text) => `${path}: ${text}.`);
    return [...own, ...(error.children?.length ? [explained(error.children, path)] : [])];
  });
  return lines.join(' ');
}
