import type { CommandTransaction } from '@qaf/database';
import { FileRefused } from '../file-refused';
import type { FileType } from '../type/file-types';
import { FILE_TYPES } from '../type/file-types';
import { safeName } from '../type/file-name';
import { holdContents, sha256Of, writeContent } from './content';

/** So many of one person's files may wait to be attached. */
const MOST_WAITING = 20;

export interface Upload {
  id: string;
  sha256: string;
  name: string;
}

/** Keeps a checked file as an upload of the viewer. The same file again is the same upload, with a new day to live. */
export async function keepUpload(tx: CommandTransaction, file: { name: string | null; content: Buffer; type: FileType }, now: Date): Promise<Upload> {
  const sha256 = sha256Of(file.content);
  const name = safeName(file.name, file.type);
  await holdContents(tx);
  const [row] = await tx.query<{ id: string; waiting: number }>(
    `with kept as (
       insert into file_upload (person_id, sha256, name, uploaded_at) values (viewer_person(), $1, $2, $3)
       on conflict (person_id, sha256) do update set name = excluded.name, uploaded_at = excluded.uploaded_at returning id)
     select id, (select count(*)::int from file_upload where person_id = viewer_person() and sha256 <> $1) as waiting from kept`,
    [sha256, name, now],
  );
  if (!row) throw new Error('An upload was not kept.');
  if (row.waiting >= MOST_WAITING) throw new FileRefused('TOO_MANY_WAITING');
  await writeContent(tx, sha256, FILE_TYPES[file.type].contentType, file.content);
  return { id: row.id, sha256, name };
}

/** Takes the viewer's own upload to refer to its content from elsewhere in the same transaction; null when there is none. */
export async function takeUpload(tx: CommandTransaction, id: string): Promise<Upload | null> {
  const [row] = await tx.query<Upload>(
    `with taken as (delete from file_upload where id = $1 and person_id = viewer_person() returning id, sha256, name) select id, sha256, name from taken`,
    [id],
  );
  return row ?? null;
}
