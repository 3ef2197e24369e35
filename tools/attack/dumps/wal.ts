import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Order } from './orders';


/** Where the write-ahead log stands now. */
export async function positionNow(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at');
  return rows[0]?.at ?? '';
}

/**
 * The write-ahead log between two positions, as its files hold it: nothing has to understand a record to find in it what
 * it holds, in the order in which it was written.
 */
export async function loggedBetween(admin: Client, from: string, to: string): Promise<Buffer> {
  const { rows } = await admin.query<{ folder: string; first: string; last: string; skip: string; size: string }>(
    `select current_setting('data_directory') as folder, pg_walfile_name($1::pg_lsn) as first, pg_walfile_name($2::pg_lsn) as last,
       (pg_walfile_name_offset($1::pg_lsn)).file_offset::text as skip, (pg_size_bytes(current_setting('wal_segment_size')))::text as size`,
    [from, to],
  );
  const [{ folder, first, last, skip } = { folder: '', first: '', last: '', skip: '0' }] = rows;
  const files = readdirSync(join(folder, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).toSorted();
  return Buffer.concat(files.map((name) => readFileSync(join(folder, 'pg_wal', name)))).subarray(Number(skip));
}

/** The order in which the log first names each, by any of its byte strings. */
export function orderInLog(log: Buffer, marksOf: readonly (readonly Buffer[])[], name: string): Order {
  const found = marksOf.map((marks, person) => ({ person, at: Math.min(...marks.map((mark) => log.indexOf(mark)).map((at) => (at < 0 ? Infinity : at))) }));
  return { name, people: found.filter(({ at }) => at < Infinity).toSorted((one, other) => one.at - other.at).map(({ person }) => person) };
}

/** A UUID as a row holds it. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
