import { createHash } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import type { GraphContext } from './context';
import { type ProblemValue, Refusal, refuse } from './problem';
import { recordRefusal } from './refused-objects';

/** What a command answers: the success type's name and the ids that its fields are read from after the commit. */
export interface Success {
  __typename: string;
  [key: string]: unknown;
}

interface Logged {
  fingerprint: string;
  outcome: Success | null;
}

/**
 * Runs one change: in one transaction, once for each idempotency key of a person, and with nothing kept when it is refused.
 * The same key with the same input answers what the first call answered; with another input it is `IdempotencyKeyReused`.
 */
export async function command(
  context: GraphContext,
  name: string,
  input: { idempotencyKey: string },
  work: (tx: CommandTransaction) => Promise<Success>,
): Promise<Success | ProblemValue> {
  try {
    const outcome = await context.unit.command((tx) => once(tx, name, input, work));
    context.published();
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) {
      recordRefusal(context, name, error.problem.code, input);
      return error.problem;
    }
    throw error;
  }
}

async function once(tx: CommandTransaction, name: string, input: { idempotencyKey: string }, work: (tx: CommandTransaction) => Promise<Success>): Promise<Success> {
  const fingerprint = createHash('sha256').update(`${name} ${canonical(input)}`).digest('hex');
  const claimed = await tx.query<{ key: string }>(
    `insert into command_log (person_id, key, command, fingerprint) values ($1, $2, $3, $4)
     on conflict (person_id, key) do nothing returning key`,
    [tx.viewer.personId, input.idempotencyKey, name, fingerprint],
  );
  if (claimed.length === 0) return earlier(tx, input.idempotencyKey, fingerprint);
  const outcome = await work(tx);
  await tx.query(`update command_log set outcome = $3 where person_id = $1 and key = $2`, [tx.viewer.personId, input.idempotencyKey, JSON.stringify(outcome)]);
  return outcome;
}

async function earlier(tx: CommandTransaction, key: string, fingerprint: string): Promise<Success> {
  const [logged] = await tx.query<Logged>(`select fingerprint, outcome from command_log where person_id = $1 and key = $2`, [tx.viewer.personId, key]);
  if (logged?.fingerprint !== fingerprint || !logged.outcome) {
    throw refuse('IdempotencyKeyReused', 'This key was used before with another input. Take a new key.', ['idempotencyKey']);
  }
  return logged.outcome;
}

/** The input as text that does not depend on the order of its fields. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
