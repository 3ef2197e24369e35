/** A failure of the database with nothing in it but PostgreSQL's code and the name of the constraint: no values, no statement. */
export class DatabaseFailure extends Error {
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, constraint?: string) {
    super(`The database refused (${code}).`);
    this.name = 'DatabaseFailure';
    this.code = code;
    this.constraint = constraint;
  }
}

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Strips an error of pg or TypeORM down to its code; any other error passes unchanged. */
export function strippedFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint, driverError } = error as Error & { code?: unknown; constraint?: unknown; driverError?: unknown };
  if (driverError instanceof Error) return strippedFailure(driverError);
  if (typeof code !== 'string' || !(/^[0-9A-Z]{5}$/.test(code) || CONNECTION_CODES.has(code))) return error;
  return new DatabaseFailure(code, typeof constraint === 'string' ? constraint : undefined);
}

/** Whether the failure is the breach of one named constraint. */
export function breaks(error: unknown, constraint: string): boolean {
  const stripped = strippedFailure(error);
  return stripped instanceof DatabaseFailure && stripped.constraint === constraint;
}
