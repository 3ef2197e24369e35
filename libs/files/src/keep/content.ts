import { createHash } from 'node:crypto';
import type { CommandTransaction, Unit } from '@qaf/database';
import { PIECE } from '../tables/file-tables';

/** The name of a content: its SHA-256 in hexadecimal. */
export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Held by who adds a content until they commit, so that none goes that somebody is about to refer to. */
const LOCK = `hashtext('files'), hashtext(current_schema())`;

/** Writes a content that an upload of the same transaction refers to; one that is there already is left as it is. */
export async function writeContent(tx: CommandTransaction, sha256: string, contentType: string, content: Buffer): Promise<void> {
  const made = await tx.query(`insert into file_content (sha256, content_type, bytes) values ($1, $2, $3) on conflict do nothing returning sha256`, [sha256, contentType, content.length]);
  if (made.length === 0) return;
  for (let position = 0; position * PIECE < content.length; position += 1) {
    await tx.query(`insert into file_piece (sha256, position, data) values ($1, $2, $3)`, [sha256, position, content.subarray(position * PIECE, (position + 1) * PIECE)]);
  }
}

export async function holdContents(tx: CommandTransaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${LOCK})`);
}

/** Reads a content that the viewer may see. Throws when it is not what was written. */
export async function readContent(unit: Pick<Unit, 'query'>, sha256: string, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let position = 0; position * PIECE < bytes; position += 1) {
    // The driver's own way, two letters for each byte, costs twice as much.
    const [row] = await unit.query<{ data: string }>(`select encode(data, 'base64') as data from file_piece where sha256 = $1 and position = $2`, [sha256, position]);
    if (row) pieces.push(Buffer.from(row.data, 'base64'));
  }
  const content = Buffer.concat(pieces);
  if (sha256Of(content) !== sha256) throw new Error('A file is not what was kept.');
  return content;
}

/** Removes uploads older than `before`, and every content that nothing refers to. Answers how many of each. */
export async function removeUnused(tx: CommandTransaction, referring: readonly string[], before: Date): Promise<{ uploads: number; contents: number }> {
  const [lock] = await tx.query<{ held: boolean }>(`select pg_try_advisory_xact_lock(${LOCK}) as held`);
  if (!lock?.held) return { uploads: 0, contents: 0 };
  const uploads = await countOf(tx, `delete from file_upload where uploaded_at < $1 returning 1`, [before]);
  const unreferred = ['file_upload', ...referring].map((table) => `not exists (select from ${table} r where r.sha256 = c.sha256)`).join(' and ');
  const contents = await countOf(tx, `delete from file_content c where ${unreferred} returning 1`, []);
  return { uploads, contents };
}

async function countOf(tx: CommandTransaction, deletion: string, params: unknown[]): Promise<number> {
  const [row] = await tx.query<{ count: string }>(`with gone as (${deletion}) select count(*)::int as count from gone`, params);
  return Number(row?.count ?? 0);
}
