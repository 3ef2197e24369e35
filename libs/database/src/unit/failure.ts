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

/** What the driver says, without any code, of a connection that broke or never came: SQLSTATE has codes for both. */
const BROKEN: [RegExp, string][] = [
  [/^Connection terminated due to connection timeout|^timeout (exceeded when trying to connect|expired)/, '08001'],
  [/^Connection terminated|^Client (was closed|has encountered a connection error)|^Client network socket disconnected/, '08006'],
];

const UNREACHABLE = new Set([...CONNECTION_CODES, '57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006']);

/** Whether the failure is that of a database which is not there, or just going: nothing is wrong with what was asked of it. */
export function databaseAway(error: unknown): boolean {
  const stripped = strippedFailure(error);
  return stripped instanceof DatabaseFailure && UNREACHABLE.has(stripped.code);
}

/** Strips an error of pg or TypeORM down to its code; any other error passes unchanged. */
export function strippedFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint, driverError } = error as Error & { code?: unknown; constraint?: unknown; driverError?: unknown };
  if (driverError instanceof Error) return strippedFailure(driverError);
  const broken = BROKEN.find(([words]) => words.test(error.message));
  if (broken) return new DatabaseFailure(broken[1]);
  if (typeof code !== 'string' || !(/^[0-9A-Z]{5}$/.test(code) || CONNECTION_CODES.has(code))) return error;
  return new DatabaseFailure(code, typeof constraint === 'string' ? constraint : undefined);
}

/** Whether the failure is the breach of one named constraint. */
export function breaks(error: unknown, constraint: string): boolean {
  const stripped = strippedFailure(error);
  return stripped instanceof DatabaseFailure && stripped.constraint === constraint;
}
