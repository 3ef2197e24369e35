import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import type { DomainEvent, NewEvent } from '../event/domain-event';
import { firstTime } from '../event/first-time';
import { publishMany } from '../event/publish';
import type { RelayLogger } from './options';

export const GRADED = 'casework.audit.graded.v1';

/** An audit was graded: the nth thing that happened to it. */
export function graded(audit: string, step: number): NewEvent<{ step: number }> {
  return { type: GRADED, subject: `audit:${audit}`, data: { step } };
}

/** A small pool of one login's connections. That the server cuts an idle one, as when the database is dropped, is no fault. */
export function poolOf(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  return pool;
}

/** Runs the work in one transaction of the login. */
export async function inTransaction<T>(pool: Pool, work: (tx: { query(sql: string, params?: unknown[]): Promise<unknown> }) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Publishes in casework, in one transaction. */
export async function publishInCasework(pool: Pool, ...events: NewEvent<object>[]): Promise<DomainEvent<object>[]> {
  return inTransaction(pool, (tx) => publishMany(tx, 'casework', events));
}

/** Governance takes an event: notes it and does its work, in one transaction. */
export async function takeInGovernance(pool: Pool, event: DomainEvent): Promise<void> {
  await inTransaction(pool, async (tx) => {
    if (await firstTime(tx, event)) await tx.query('insert into effect (event, subject) values ($1, $2)', [event.id, event.subject]);
  });
}

/** What governance has done, in order. */
export async function effects(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query('select event from effect order by position');
  return rows.map(({ event }) => event as string);
}

/** Runs one statement as the database's administrator. */
export async function asAdministrator(adminUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** Keeps every line that is logged. */
export function keepingLogger(): RelayLogger & { lines: string[] } {
  const lines: string[] = [];
  const keep = (fields: object, message: string): void => void lines.push(JSON.stringify({ ...fields, message }));
  return { lines, info: keep, warn: keep, error: keep };
}

/** Waits until the condition holds; the test's own time limit ends it if it never does. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

export function newId(): string {
  return randomUUID();
}
